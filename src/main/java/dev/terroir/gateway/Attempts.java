package dev.terroir.gateway;

import dev.terroir.audit.Outcome;
import dev.terroir.chat.Usage;
import dev.terroir.gateway.Admission.Result.Admitted;
import dev.terroir.protection.AnswerEdit;
import dev.terroir.protection.Version;
import dev.terroir.provider.Call;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.routing.Candidate;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/**
 * Tries the candidates in their order until one answers: another one only while nothing has been
 * sent to the caller, and never one that is not a candidate. Used from one event loop, once.
 */
final class Attempts {

  private final Parts parts;
  private final Conclusion conclusion;
  private final Exchange exchange;
  private final Admitted admitted;
  private final BooleanSupplier clearance;
  private final Iterator<Candidate> candidates;
  private final Promise<End> over = Promise.promise();
  private Notes before;

  /** How the attempts ended. */
  enum End {
    /** The caller has been told, and it is recorded. */
    CONCLUDED,
    /** The policies or the day changed before a byte was written: nobody has been told anything. */
    WITHDRAWN
  }

  /**
   * @param clearance whether the decision is still that of the policies and the day that are
   *     current
   */
  Attempts(
      Parts parts,
      Conclusion conclusion,
      Exchange exchange,
      Admitted admitted,
      BooleanSupplier clearance) {
    this.parts = parts;
    this.conclusion = conclusion;
    this.exchange = exchange;
    this.admitted = admitted;
    this.clearance = clearance;
    this.candidates = exchange.untried(admitted.selection().candidates()).iterator();
    this.before = exchange.notes();
  }

  Future<End> run() {
    if (candidates.hasNext()) {
      attempt(candidates.next());
    } else {
      giveUp(Failure.of(Failure.Kind.UNAVAILABLE));
    }
    return over.future();
  }

  private void attempt(Candidate candidate) {
    before = exchange.notes();
    Version version = admitted.versions().of(candidate);
    boolean simulated = parts.dispatcher().isSimulated();
    exchange.note(exchange.notes().sentTo(candidate, version.counts(), simulated));
    AnswerEdit edit =
        new AnswerEdit(admitted.versions(), candidate, duties(candidate), exchange.id());
    Call call =
        new Call(
            version.request(),
            parts.limits().deadlines(),
            clearance,
            exchange.gone(),
            exchange.id(),
            admitted.verdict().facts()::language);
    parts
        .dispatcher()
        .send(candidate, call)
        .onSuccess(
            reply -> {
              switch (reply) {
                case Reply.Failed(var failure) -> failed(candidate, failure);
                case Reply.Answered(var body, var usage) ->
                    complete(
                        candidate,
                        usage,
                        () -> exchange.client().answer(exchange.notes(), edit.whole(body)),
                        () ->
                            exchange
                                .client()
                                .refuse(exchange.notes(), Refusals.auditUnavailable()));
                case Reply.Streaming(var stream) ->
                    new Relay(
                            exchange,
                            edit.stream(stream),
                            parts.limits(),
                            admitted.request().wantsUsage())
                        .run(() -> firstToken(candidate))
                        .onSuccess(end -> relayed(candidate, end));
              }
            })
        .onFailure(e -> failed(candidate, Failure.of(Failure.Kind.INVALID_RESPONSE)));
  }

  private AnswerEdit.Duties duties(Candidate candidate) {
    return new AnswerEdit.Duties(candidate.obligations(), admitted.readers());
  }

  private void firstToken(Candidate candidate) {
    parts
        .telemetry()
        .firstToken(candidate.deployment().id(), exchange.took(parts.nanoTime().getAsLong()));
  }

  private void relayed(Candidate candidate, Relay.End end) {
    switch (end) {
      case Relay.End.Complete(var usage) ->
          complete(
              candidate,
              usage,
              exchange.client()::finish,
              () -> exchange.client().breakOff(Refusals.auditUnavailable()));
      case Relay.End.NothingSent(var failure) -> failed(candidate, failure);
      case Relay.End.Broken(var failure) -> broken(candidate, failure);
      case Relay.End.Left(var cause) -> left(candidate, cause);
    }
  }

  private void complete(Candidate candidate, Usage usage, Runnable deliver, Runnable unrecorded) {
    String deployment = candidate.deployment().id().value();
    parts.health().succeeded(candidate.deployment().id());
    exchange.attempted(candidate, "COMPLETED");
    Outcome outcome =
        new Outcome.Completed(
            exchange.id(),
            parts.clock().instant(),
            deployment,
            exchange.attempts(),
            usage,
            parts.dispatcher().isSimulated());
    conclude(conclusion.conclude(exchange, outcome, deliver, unrecorded));
  }

  /** Nothing has reached the caller yet. */
  private void failed(Candidate candidate, Failure failure) {
    note(candidate, failure);
    if (failure.kind().isBeforeSending()) {
      exchange.note(before);
    }
    if (exchange.isAbandoned()) {
      left(candidate, "client-gone");
    } else if (failure.kind() == Failure.Kind.PERMIT_WITHDRAWN) {
      over.complete(End.WITHDRAWN);
    } else if (failure.kind().maySucceedElsewhere() && candidates.hasNext()) {
      attempt(candidates.next());
    } else {
      giveUp(failure);
    }
  }

  private void giveUp(Failure failure) {
    Refusal refusal = Refusals.of(failure);
    conclude(conclusion.refuse(exchange, exchange.failed(parts, refusal), refusal));
  }

  private void conclude(Future<Void> concluded) {
    concluded.map(End.CONCLUDED).onComplete(over);
  }

  private void broken(Candidate candidate, Failure failure) {
    note(candidate, failure);
    Runnable breakOff = () -> exchange.client().breakOff(Refusals.of(failure));
    interrupted(candidate, failure.kind().name(), breakOff);
  }

  private void left(Candidate candidate, String cause) {
    interrupted(candidate, cause, () -> exchange.client().breakOff(Refusals.overloaded()));
  }

  private void interrupted(Candidate candidate, String cause, Runnable breakOff) {
    String deployment = candidate.deployment().id().value();
    Outcome outcome = exchange.interrupted(parts.clock().instant(), deployment, cause);
    conclude(conclusion.conclude(exchange, outcome, breakOff, breakOff));
  }

  private void note(Candidate candidate, Failure failure) {
    exchange.attempted(candidate, failure.kind().name());
    if (failure.kind() != Failure.Kind.PERMIT_WITHDRAWN) {
      exchange.tried(candidate);
    }
    parts.telemetry().attemptFailed(candidate.deployment().id(), failure.kind());
    if (failure.kind().isDeploymentsFault() && !exchange.isAbandoned()) {
      parts.health().failed(candidate.deployment().id());
    }
  }
}
