package dev.terroir.routing;

import dev.terroir.catalog.DeploymentId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ejects a deployment that fails again and again, for longer each time, as Envoy's outlier
 * detection does. Only the deployment's own failures count: not a client that leaves, nor a request
 * that the deployment rightly refuses. Thread-safe.
 */
public final class Health {

  private static final int FAILURES_TO_EJECT = 5;
  private static final Duration FIRST_EJECTION = Duration.ofSeconds(10);
  private static final int LONGEST_FACTOR = 30;

  private final Map<DeploymentId, State> states = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Health(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param failures in a row
   * @param ejections in a row, with no success in between
   * @param untilMillis the time before which it is out of service
   */
  private record State(int failures, int ejections, long untilMillis) {}

  public void succeeded(DeploymentId id) {
    states.remove(id);
  }

  public void failed(DeploymentId id) {
    long now = clock.millis();
    states.merge(id, new State(1, 0, 0), (state, first) -> afterFailure(state, now));
  }

  private static State afterFailure(State state, long now) {
    int failures = state.failures + 1;
    if (failures < FAILURES_TO_EJECT) {
      return new State(failures, state.ejections, state.untilMillis);
    }
    int ejections = Math.min(state.ejections + 1, LONGEST_FACTOR);
    return new State(0, ejections, now + FIRST_EJECTION.multipliedBy(ejections).toMillis());
  }

  /** The deployments that are out of service now. */
  public Set<DeploymentId> ejected() {
    if (states.isEmpty()) {
      return Set.of();
    }
    long now = clock.millis();
    Set<DeploymentId> ejected = new HashSet<>();
    states.forEach(
        (id, state) -> {
          if (state.untilMillis > now) {
            ejected.add(id);
          }
        });
    return ejected;
  }

  /** How long it is still out of service; zero when it is in service. */
  public Duration ejectedFor(DeploymentId id) {
    State state = states.get(id);
    return state == null
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(0, state.untilMillis - clock.millis()));
  }
}
