package dev.terroir.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.audit.Outcome;
import dev.terroir.identity.Caller;
import dev.terroir.identity.Identification.Identified;
import dev.terroir.identity.Identification.Rejected;
import dev.terroir.policy.folder.Fault;
import dev.terroir.workshop.Reply;
import dev.terroir.workshop.Workshop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out operators' calls: only with an operator's key, away from the event loop, few at once,
 * and each on the record before it is answered. Thread-safe.
 */
public final class Operations {

  /** A drill keeps a processor busy for a while, and requests go first. */
  private static final int AT_ONCE = 2;

  private static final Duration LATER = Duration.ofSeconds(1);

  private final Supplier<Snapshot> snapshots;
  private final Workshop workshop;
  private final Parts parts;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public Operations(Supplier<Snapshot> snapshots, Workshop workshop, Parts parts) {
    this.snapshots = snapshots;
    this.workshop = workshop;
    this.parts = parts;
  }

  /** An order, and who is told what becomes of it. */
  private record Call(String what, String who, Notes notes, Desk desk) {}

  /** Why this caller may not order anything, if so: to be asked before a body is read. */
  public Optional<Refusal> refusal(Inbound inbound) {
    return switch (snapshots.get().operators().identify(inbound.credentials())) {
      case Identified identified -> Optional.empty();
      case Rejected rejected -> Optional.of(Refusal.invalidKey());
    };
  }

  /** Refuses a call before its order is known. */
  public void reject(Inbound inbound, Desk desk, Refusal refusal) {
    refuse(new Call("", "", notes(inbound), desk), refusal, List.of());
  }

  /**
   * Carries out {@code work}. Called on an event loop.
   *
   * @param what for the record
   */
  public void carryOut(Inbound inbound, String what, Function<Workshop, Reply> work, Desk desk) {
    switch (snapshots.get().operators().identify(inbound.credentials())) {
      case Rejected rejected -> reject(inbound, desk, Refusal.invalidKey());
      case Identified(Caller caller) ->
          carryOut(new Call(what, caller.key(), notes(inbound), desk), work);
    }
  }

  private Notes notes(Inbound inbound) {
    String exchange = parts.ids().next();
    String requestId = inbound.requestId().isEmpty() ? exchange : inbound.requestId();
    return Notes.of(requestId, exchange, snapshots.get().digest());
  }

  private void carryOut(Call call, Function<Workshop, Reply> work) {
    if (!places.tryAcquire()) {
      String message = "operators' calls are carried out " + AT_ONCE + " at once: try again";
      refuse(call, Refusal.later(503, "overloaded", message, LATER), List.of());
      return;
    }
    Context context = Vertx.currentContext();
    parts
        .inspectors()
        .execute(
            () -> {
              Optional<Reply> reply = reply(call, work);
              places.release();
              context.runOnContext(now -> conclude(call, reply));
            });
  }

  private Optional<Reply> reply(Call call, Function<Workshop, Reply> work) {
    try {
      return Optional.of(work.apply(workshop));
    } catch (RuntimeException bug) {
      parts.telemetry().bug(call.notes.exchange(), bug);
      return Optional.empty();
    }
  }

  private void conclude(Call call, Optional<Reply> reply) {
    if (reply.isEmpty()) {
      refuse(call, Refusals.bug(), List.of());
      return;
    }
    switch (reply.get()) {
      case Reply.Done(ObjectNode body) -> answer(call, body);
      case Reply.Faulty(List<Fault> faults) ->
          refuse(
              call,
              Refusal.invalid("invalid_policies", "the files are no policies", "files")
                  .withStatus(422),
              faults);
      case Reply.Invalid(var field, var message) ->
          refuse(call, Refusal.invalid(message, field), List.of());
      case Reply.Missing(var message) ->
          refuse(call, Refusal.notFound("not_found", message, ""), List.of());
    }
  }

  private void answer(Call call, ObjectNode body) {
    Outcome.Informed outcome =
        new Outcome.Informed(call.notes.exchange(), parts.clock().instant(), call.who, call.what);
    record(outcome)
        .onSuccess(recorded -> call.desk.answer(call.notes, body))
        .onFailure(e -> call.desk.refuse(call.notes, Refusals.auditUnavailable(), List.of()));
  }

  private void refuse(Call call, Refusal refusal, List<Fault> faults) {
    Outcome.Refused outcome =
        new Outcome.Refused(
            call.notes.exchange(),
            parts.clock().instant(),
            call.who,
            refusal.status(),
            refusal.code(),
            List.of(),
            List.of(),
            List.of());
    record(outcome)
        .onSuccess(recorded -> call.desk.refuse(call.notes, refusal, faults))
        .onFailure(e -> call.desk.refuse(call.notes, Refusals.auditUnavailable(), List.of()));
  }

  private Future<Void> record(Outcome outcome) {
    return Future.fromCompletionStage(parts.audit().outcome(outcome), Vertx.currentContext());
  }
}
