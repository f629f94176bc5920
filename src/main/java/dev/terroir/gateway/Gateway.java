package dev.terroir.gateway;

import dev.terroir.audit.Intent;
import dev.terroir.gateway.Admission.Result.Admitted;
import dev.terroir.gateway.Admission.Result.Refused;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.routing.Candidate;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The main path: a request is admitted or refused, what is about to happen is recorded, the lawful
 * deployments are tried, the answer is relayed, the end is recorded. Thread-safe; each exchange
 * stays on the event loop on which it came in.
 */
public final class Gateway {

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
    Snapshot snapshot = snapshots.get();
    Exchange exchange = open(inbound.requestId(), client, snapshot);
    if (inFlight.incrementAndGet() > parts.limits().inFlight()) {
      refuse(exchange, Refusals.overloaded(), Optional.empty()).onComplete(this::closed);
      return;
    }
    Admission admission = new Admission(exchange.id(), inbound, snapshot, parts.detector());
    admit(admission, inbound.body().length())
        .compose(
            result ->
                switch (result) {
                  case Refused refused -> refuse(exchange, refused);
                  case Admitted admitted -> send(exchange, admitted, snapshot);
                })
        .recover(bug -> fail(exchange, bug))
        .onComplete(this::closed);
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

  /** On this event loop where that is quick, else beside it. */
  private Future<Admission.Result> admit(Admission admission, int bodyLength) {
    if (bodyLength <= parts.limits().inspectInline()) {
      return Future.future(promise -> promise.complete(admission.decide(today())));
    }
    Context context = Vertx.currentContext();
    Promise<Admission.Result> result = Promise.promise();
    parts
        .inspectors()
        .execute(
            () -> {
              Future<Admission.Result> decided =
                  Future.future(promise -> promise.complete(admission.decide(today())));
              context.runOnContext(now -> decided.onComplete(result));
            });
    return result.future();
  }

  private Future<Void> refuse(Exchange exchange, Refused refused) {
    refused.facts().ifPresent(facts -> exchange.noteFacts(facts, Optional.empty()));
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
  private Future<Void> send(Exchange exchange, Admitted admitted, Snapshot snapshot) {
    exchange.noteFacts(admitted.verdict().facts(), admitted.substitutedFor());
    Intent intent = intent(exchange, admitted, snapshot);
    return Future.fromCompletionStage(parts.audit().intent(intent), Vertx.currentContext())
        .map(true)
        .otherwise(false)
        .compose(
            recorded ->
                recorded
                    ? attempt(exchange, admitted, snapshot)
                    : refuse(
                        exchange, Refusals.auditUnavailable(), Optional.of(admitted.requester())));
  }

  private Future<Void> attempt(Exchange exchange, Admitted admitted, Snapshot snapshot) {
    return new Attempts(
            parts,
            conclusion,
            exchange,
            admitted,
            candidate -> isStillPermitted(candidate, admitted.verdict(), snapshot))
        .run();
  }

  private Intent intent(Exchange exchange, Admitted admitted, Snapshot snapshot) {
    List<Candidate> candidates = admitted.selection().candidates();
    return new Intent(
        exchange.id(),
        parts.clock().instant(),
        admitted.requester().tenant().id().value(),
        admitted.requester().caller().key(),
        FactsText.of(admitted.verdict().facts(), admitted.request()),
        snapshot.digest(),
        admitted.verdict().appliedRules(),
        candidates.stream().map(Candidate::toString).toList(),
        candidates.getFirst().duties());
  }

  /**
   * Whether the permit would be given again, now, with the same duties. The policies may have been
   * replaced, or a day have begun, while the request waited for the disk or for a connection.
   */
  @SuppressWarnings("ReferenceEquality") // the same snapshot, not one like it
  private boolean isStillPermitted(Candidate candidate, Verdict verdict, Snapshot then) {
    Snapshot now = snapshots.get();
    if (now == then && verdict.holdsOn(today())) {
      return true;
    }
    Facts facts = verdict.facts();
    boolean sameTenant =
        Objects.equals(now.policies().library().tenants().get(facts.tenant().id()), facts.tenant());
    Optional<DeploymentSet> asked = now.policies().named(candidate.deployment().id().value());
    if (!sameTenant || asked.isEmpty()) {
      return false;
    }
    Verdict again = now.policies().judge(facts, today());
    return again.decide(asked.get()) instanceof Permit permit
        && again.obligations(permit.candidates().positions()[0]).equals(candidate.obligations())
        && again.deployment(permit.candidates().positions()[0]).equals(candidate.deployment());
  }
}
