package dev.terroir.gateway;

import dev.terroir.audit.AuditLog;
import dev.terroir.language.LanguageDetector;
import dev.terroir.protection.Protector;
import dev.terroir.provider.Dispatcher;
import dev.terroir.routing.Health;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the gateway works with.
 *
 * @param nanoTime monotonic
 * @param inspectors run the inspection of large bodies
 */
public record Parts(
    Dispatcher dispatcher,
    Health health,
    AuditLog audit,
    LanguageDetector detector,
    Protector protector,
    ResponseStore responses,
    Telemetry telemetry,
    ExchangeIds ids,
    Limits limits,
    Clock clock,
    LongSupplier nanoTime,
    Executor inspectors) {

  /** On this event loop where that is quick, else beside it; the future completes on this one. */
  <T> Future<T> inspect(int bodyLength, Supplier<T> inspection) {
    if (bodyLength <= limits.inspectInline() && !protector.isSlow()) {
      return Future.future(promise -> promise.complete(inspection.get()));
    }
    Context context = Vertx.currentContext();
    Promise<T> result = Promise.promise();
    inspectors.execute(
        () -> {
          Future<T> done = Future.future(promise -> promise.complete(inspection.get()));
          context.runOnContext(now -> done.onComplete(result));
        });
    return result.future();
  }
}
