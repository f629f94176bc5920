package dev.terroir.gateway;

import dev.terroir.audit.Intent;
import dev.terroir.gateway.Admission.Result.Admitted;
import dev.terroir.gateway.Admission.Result.Refused;
import dev.terroir.gateway.Attempts.End;
import dev.terroir.policy.Verdict;
import dev.terroir.provider.Failure;
import dev.terroir.routing.Candidate;
import dev.terroir.workshop.FactsText;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The main path: a request is admitted or refused, what is about to happen is recorded, the lawful
 * deployments are tried, the answer is relayed, the end is recorded. Thread-safe; each exchange
 * stays on the event loop on which it came in.
 */
public final class Gateway {

  /** A request that outlives so many policies is told to come again. */
  private static final int MOST_DECISIONS = 16;

  private final Supplier<Snapshot> snapshots;
  private final Parts parts;
  private final Conclusion conclusion;
  private final AtomicInteger inFlight = new AtomicInteger();

  /**
   * @param snapshots gives the current one
   */
  public Gateway(Supplier<Snapshot> snapshots, Parts parts) {
    this.snapshots = snapshots;
    this.parts = parts;
    this.conclusion = new Conclusion(parts.audit(), parts.telemetry(), parts.nanoTime());
  }

  /** Handles a request to its end. Called on an event loop. */
  public void handle(Inbound inbound, Client client) {
    Exchange exchange = open(inbound.requestId(), client, snapshots.get());
    if (inFlight.incrementAndGet() > parts.limits().inFlight()) {
      refuse(exchange, Refusals.overloaded(), Optional.empty()).onComplete(this::closed);
      return;
    }
    decide(exchange, inbound, MOST_DECISIONS)
        .recover(bug -> fail(exchange, bug))
        .onComplete(this::closed);
  }

  /**
   * Decides by one snapshot and one day, and acts on that while both are current. Where they change
   * before a byte has left, all of it is decided again: no answer follows from a mixture of two.
   *
   * @param left how often it may still be decided
   */
  private Future<Void> decide(Exchange exchange, Inbound inbound, int left) {
    Snapshot snapshot = snapshots.get();
    exchange.decideUnder(snapshot.digest());
    Admission admission = new Admission(exchange.id(), inbound, snapshot, parts);
    return parts
        .inspect(inbound.weight(), () -> admission.decide(today()))
        .compose(
            result ->
                switch (result) {
                  case Refused refused -> refuse(exchange, refused);
                  case Admitted admitted ->
                      send(exchange, admitted, snapshot)
                          .compose(
                              end ->
                                  switch (end) {
                                    case CONCLUDED -> Future.succeededFuture();
                                    case WITHDRAWN -> decideAgain(exchange, inbound, left - 1);
                                  });
                });
  }

  private Future<Void> decideAgain(Exchange exchange, Inbound inbound, int left) {
    if (left > 0) {
      return decide(exchange, inbound, left);
    }
    Refusal refusal = Refusals.of(Failure.of(Failure.Kind.PERMIT_WITHDRAWN));
    return conclusion.refuse(exchange, exchange.failed(parts, refusal), refusal);
  }

  /** Refuses a request that is not fit to be read, and records that. Called on an event loop. */
  public void reject(String requestId, Client client, Refusal refusal) {
    refuse(open(requestId, client, snapshots.get()), refusal, Optional.empty());
  }

  /** How many exchanges are open. */
  public int inFlight() {
    return inFlight.get();
  }

  private <T> void closed(T ended) {
    inFlight.decrementAndGet();
  }

  private Exchange open(String requestId, Client client, Snapshot snapshot) {
    return Exchange.open(requestId, client, snapshot.digest(), parts);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
  }

  private Future<Void> refuse(Exchange exchange, Refused refused) {
    refused.facts().ifPresent(facts -> exchange.noteFacts(facts, Optional.empty()));
    exchange.noteWatched(refused.watched());
    return refuse(exchange, refused.refusal(), refused.requester());
  }

  private Future<Void> refuse(Exchange exchange, Refusal refusal, Optional<Requester> requester) {
    return conclusion.refuse(exchange, exchange.refused(parts, refusal, requester), refusal);
  }

  /** A mistake of ours denies, as any doubt does. */
  private Future<Void> fail(Exchange exchange, Throwable bug) {
    parts.telemetry().bug(exchange.id(), bug);
    return refuse(exchange, Refusals.bug(), Optional.empty());
  }

  /** Records the intent; only when that is durable may a byte leave. */
  private Future<End> send(Exchange exchange, Admitted admitted, Snapshot snapshot) {
    exchange.noteFacts(admitted.verdict().facts(), admitted.substitutedFor());
    exchange.noteWatched(admitted.watched());
    Intent intent = intent(exchange, admitted, snapshot);
    return Future.fromCompletionStage(parts.audit().intent(intent), Vertx.currentContext())
        .map(true)
        .otherwise(false)
        .compose(
            recorded ->
                recorded
                    ? attempt(exchange, admitted, snapshot)
                    : refuse(
                            exchange,
                            Refusals.auditUnavailable(),
                            Optional.of(admitted.requester()))
                        .map(End.CONCLUDED));
  }

  private Future<End> attempt(Exchange exchange, Admitted admitted, Snapshot snapshot) {
    BooleanSupplier clearance = () -> isCurrent(snapshot, admitted.verdict());
    return new Attempts(parts, conclusion, exchange, admitted, clearance).run();
  }

  private Intent intent(Exchange exchange, Admitted admitted, Snapshot snapshot) {
    List<Candidate> candidates = admitted.selection().candidates();
    return new Intent(
        exchange.id(),
        parts.clock().instant(),
        admitted.requester().tenant().id().value(),
        admitted.requester().caller().key(),
        FactsText.of(exchange.facts(), admitted.request()),
        snapshot.digest(),
        admitted.verdict().appliedRules(),
        FactsText.watched(admitted.watched()),
        candidates.stream().map(Candidate::toString).toList(),
        candidates.getFirst().duties());
  }

  /**
   * Whether the policies are still those that decided, and no rule has begun or ended meanwhile,
   * while the request waited for the disk or for a connection.
   */
  @SuppressWarnings("ReferenceEquality") // the same snapshot, not one like it
  private boolean isCurrent(Snapshot snapshot, Verdict verdict) {
    return snapshots.get() == snapshot && verdict.holdsOn(today());
  }
}
