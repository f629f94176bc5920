package dev.terroir.provider;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Dialect;
import dev.terroir.routing.Candidate;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * The one door to deployments: every byte that leaves for one passes through here. Picks the
 * adapter of the deployment's dialect, or the simulator where that stands in. Thread-safe.
 */
public final class Dispatcher {

  private final Map<Dialect, Provider> adapters;
  private final Optional<Provider> simulator;

  /**
   * @param simulator answers in place of every deployment, where it is switched on
   */
  public Dispatcher(Map<Dialect, Provider> adapters, Optional<Provider> simulator) {
    this.adapters = Map.copyOf(adapters);
    this.simulator = simulator;
  }

  /** Whether answers are made up. */
  public boolean isSimulated() {
    return simulator.isPresent();
  }

  /** Whether there is a way to call {@code deployment}. */
  public boolean speaks(Deployment deployment) {
    return isSimulated() || adapters.containsKey(deployment.host().dialect());
  }

  public Future<Reply> send(Candidate candidate, Call call) {
    Optional<Provider> adapter =
        Optional.ofNullable(adapters.get(candidate.deployment().host().dialect()));
    return simulator
        .or(() -> adapter)
        .map(provider -> provider.send(candidate, call))
        .orElseGet(
            () -> Future.succeededFuture(new Reply.Failed(Failure.of(Failure.Kind.NO_ADAPTER))));
  }
}
