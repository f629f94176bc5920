package dev.terroir.gateway;

import dev.terroir.audit.AuditLog;
import dev.terroir.language.LanguageDetector;
import dev.terroir.provider.Dispatcher;
import dev.terroir.routing.Health;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

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
    Telemetry telemetry,
    ExchangeIds ids,
    Limits limits,
    Clock clock,
    LongSupplier nanoTime,
    Executor inspectors) {}
