package dev.terroir.config;

import dev.terroir.config.reload.Standing;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready when this process can decide and record. It asks no model, no database, no other cell. A
 * folder with a fault is told of and makes nobody unready: the last good policies decide.
 */
@Readiness
@Startup
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

  private static final int MOST_SHOWN = 3;

  private final Wiring wiring;

  ReadinessCheck(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> reason = wiring.notReady();
    Standing standing = wiring.standing();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("terroir")
            .status(reason.isEmpty())
            .withData("policy", standing.edition().digest())
            .withData("policies", standing.isFaulty() ? "faulty" : "good")
            .withData("reason", reason.orElse(""));
    standing.rejection().ifPresent(rejection -> tell(rejection, response));
    return response.build();
  }

  private static void tell(Rejection rejection, HealthCheckResponseBuilder response) {
    List<Fault> faults = rejection.faults();
    response.withData("refused", rejection.digest()).withData("faults", faults.size());
    for (int i = 0; i < Math.min(MOST_SHOWN, faults.size()); i++) {
      response.withData("fault-" + (i + 1), faults.get(i).toString());
    }
  }
}
