package dev.terroir.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready when this process can decide and record. It asks no model, no database, no other cell. */
@Readiness
@Startup
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

  private final Wiring wiring;

  ReadinessCheck(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> reason = wiring.notReady();
    return HealthCheckResponse.named("terroir")
        .status(reason.isEmpty())
        .withData("policy", wiring.digest())
        .withData("reason", reason.orElse(""))
        .build();
  }
}
