package dev.terroir.config;

import dev.terroir.config.reload.ReloadTelemetry;
import dev.terroir.config.reload.Reloader;
import dev.terroir.config.reload.Standing;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Rejection;
import dev.terroir.policy.rule.Library;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Metrics and log events about the policies themselves. */
final class PolicyTelemetry implements ReloadTelemetry {

  private static final Logger LOG = Logger.getLogger("dev.terroir.policies");
  private static final int MOST_LOGGED = 20;

  private final MeterRegistry meters;
  private final Path folder;
  private final MultiGauge info;

  PolicyTelemetry(MeterRegistry meters, Path folder) {
    this.meters = meters;
    this.folder = folder;
    this.info =
        MultiGauge.builder("terroir.policy.info")
            .description("1, for the policies in force")
            .register(meters);
    reloads("swapped");
    reloads("refused");
  }

  /** Shows how things stand with the policies that {@code reloader} holds, from now on. */
  void show(Reloader reloader, InstantSource clock) {
    meters.gauge("terroir.policy.faulty", reloader, it -> it.standing().isFaulty() ? 1 : 0);
    TimeGauge.builder("terroir.policy.age", reloader, TimeUnit.MILLISECONDS, it -> age(it, clock))
        .description("since the policies in force were taken over")
        .register(meters);
    inForce(reloader.standing());
  }

  private static double age(Reloader reloader, InstantSource clock) {
    return Duration.between(reloader.standing().edition().loaded(), clock.instant()).toMillis();
  }

  @Override
  public void swapped(Standing standing, Duration took) {
    reloads("swapped").increment();
    LOG.infof("policies taken over in %d ms", took.toMillis());
    inForce(standing);
  }

  private void inForce(Standing standing) {
    String digest = standing.edition().digest();
    info.register(List.of(Row.of(Tags.of("digest", digest), 1)), true);
    Library library = standing.contents().library();
    LOG.infof(
        "policies %s in force: %d countries, %d deployments",
        digest, library.countries().size(), library.catalog().deployments().size());
  }

  @Override
  public void refused(Rejection rejection) {
    reloads("refused").increment();
    int more = rejection.faults().size() - MOST_LOGGED;
    MDC.put("cause", "faulty-policies");
    try {
      rejection.faults().stream().limit(MOST_LOGGED).forEach(this::log);
      LOG.errorf(
          "policies %s have %d faults%s and are not taken over",
          rejection.digest(),
          rejection.faults().size(),
          more > 0 ? ", " + more + " of them not shown," : "");
    } finally {
      MDC.remove("cause");
    }
  }

  private void log(Fault fault) {
    LOG.errorf("%s/%s", folder, fault);
  }

  @Override
  public void bug(Throwable cause) {
    LOG.error("looking at the policies failed by a mistake of the gateway", cause);
  }

  private Counter reloads(String result) {
    return meters.counter("terroir.policy.reloads", "result", result);
  }
}
