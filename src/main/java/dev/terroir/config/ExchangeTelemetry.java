package dev.terroir.config;

import dev.terroir.audit.Outcome;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Telemetry;
import dev.terroir.policy.Watched;
import dev.terroir.provider.Failure;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Metrics for Prometheus and one log event per exchange: at level INFO where it did not go as
 * asked, at DEBUG where it did, since that is in the record. Labels come from closed sets: tenants
 * are in the log and not in the metrics. Thread-safe.
 */
final class ExchangeTelemetry implements Telemetry {

  private static final Logger LOG = Logger.getLogger("dev.terroir.exchange");
  private static final int DEEPEST_CAUSE = 8;

  private final MeterRegistry meters;
  private final Map<String, Timer> exchanges = new ConcurrentHashMap<>();
  private final Map<String, DistributionSummary> tokens = new ConcurrentHashMap<>();
  private final Map<DeploymentId, Timer> firstTokens = new ConcurrentHashMap<>();

  ExchangeTelemetry(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void ended(Outcome outcome, Notes notes, Duration took) {
    Event event = Event.of(outcome);
    String deployment =
        notes.sentTo().map(candidate -> candidate.deployment().id().value()).orElse("");
    exchanges
        .computeIfAbsent(
            event.kind + "|" + event.code + "|" + deployment,
            key ->
                Timer.builder("terroir.exchange.duration")
                    .tags("outcome", event.kind, "code", event.code, "deployment", deployment)
                    .register(meters))
        .record(took);
    if (outcome instanceof Outcome.Completed completed) {
      tokens("input", deployment).record((double) completed.usage().input());
      tokens("output", deployment).record((double) completed.usage().output());
    }
    notes.replaced().forEach(this::replaced);
    log(event, notes, deployment, took);
  }

  private void replaced(String kind, int count) {
    meters.counter("terroir.personal.data.replaced", "kind", kind).increment(count);
  }

  private DistributionSummary tokens(String type, String deployment) {
    return tokens.computeIfAbsent(
        type + "|" + deployment,
        key ->
            DistributionSummary.builder("gen_ai.client.token.usage")
                .tags("gen_ai.token.type", type, "deployment", deployment)
                .register(meters));
  }

  @Override
  public void firstToken(DeploymentId deployment, Duration took) {
    firstTokens
        .computeIfAbsent(
            deployment,
            it ->
                Timer.builder("gen_ai.server.time_to_first_token")
                    .tags("deployment", it.value())
                    .register(meters))
        .record(took);
  }

  @Override
  public void attemptFailed(DeploymentId deployment, Failure.Kind kind) {
    meters
        .counter(
            "terroir.attempts.failed",
            "deployment",
            deployment.value(),
            "cause",
            kind.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  @Override
  public void watched(Watched watched) {
    meters
        .counter("terroir.rules.watched", "rule", watched.rule(), "effect", watched.effect().word())
        .increment();
  }

  @Override
  public void bug(String exchange, Throwable cause) {
    LOG.errorf("exchange %s failed by a mistake of the gateway: %s", exchange, trace(cause));
  }

  /** Where it happened, without messages: what could not be read may stand in them. */
  private static String trace(Throwable cause) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(it.getClass().getName()),
                    Arrays.stream(it.getStackTrace()).map(frame -> "\tat " + frame)))
        .collect(Collectors.joining("\n"));
  }

  /** What is said of an outcome. The keys of log events are those named here. */
  private record Event(String kind, String code, String rule) {
    static Event of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Completed it -> new Event("completed", "", "");
        case Outcome.Refused it -> new Event("refused", it.code(), String.join(",", it.rules()));
        case Outcome.Informed it -> new Event("informed", it.what(), "");
        case Outcome.Failed it -> new Event("failed", it.code(), "");
        case Outcome.Interrupted it -> new Event("interrupted", it.cause(), "");
      };
    }
  }

  /** The fields are attached for this one call: that is how they reach the JSON of the log. */
  private static void log(Event event, Notes notes, String deployment, Duration took) {
    Logger.Level level = event.kind.equals("completed") ? Logger.Level.DEBUG : Logger.Level.INFO;
    if (!LOG.isEnabled(level)) {
      return;
    }
    MDC.put("exchange", notes.exchange());
    MDC.put("tenant", notes.tenant());
    MDC.put("jurisdiction", notes.jurisdictions());
    MDC.put("deployment", deployment);
    MDC.put("rule", event.rule);
    MDC.put("cause", event.code);
    try {
      LOG.logf(level, "%s in %d ms", event.kind, took.toMillis());
    } finally {
      MDC.remove("exchange");
      MDC.remove("tenant");
      MDC.remove("jurisdiction");
      MDC.remove("deployment");
      MDC.remove("rule");
      MDC.remove("cause");
    }
  }
}
