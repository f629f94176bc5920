package dev.terroir.gateway;

import dev.terroir.audit.AuditLog;
import dev.terroir.audit.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;

/**
 * Ends exchanges: the outcome is durable before the caller hears the end. An end that cannot be
 * recorded is not delivered as if it had been. Thread-safe.
 */
final class Conclusion {

  private final AuditLog audit;
  private final Telemetry telemetry;
  private final LongSupplier nanoTime;

  Conclusion(AuditLog audit, Telemetry telemetry, LongSupplier nanoTime) {
    this.audit = audit;
    this.telemetry = telemetry;
    this.nanoTime = nanoTime;
  }

  /**
   * @param deliver tells the caller
   * @param unrecorded tells the caller instead that the end could not be recorded
   */
  Future<Void> conclude(Exchange exchange, Outcome outcome, Runnable deliver, Runnable unrecorded) {
    return Future.fromCompletionStage(audit.outcome(outcome), Vertx.currentContext())
        .onSuccess(recorded -> deliver.run())
        .onFailure(e -> unrecorded.run())
        .onComplete(
            done -> {
              exchange.watched().forEach(telemetry::watched);
              telemetry.ended(outcome, exchange.notes(), exchange.took(nanoTime.getAsLong()));
            });
  }

  /** For ends before anything was sent to the caller. */
  Future<Void> refuse(Exchange exchange, Outcome outcome, Refusal refusal) {
    Client client = exchange.client();
    return conclude(
        exchange,
        outcome,
        () -> client.refuse(exchange.notes(), refusal),
        () -> client.refuse(exchange.notes(), Refusals.auditUnavailable()));
  }
}
