package dev.terroir.provider.simulator;

import java.time.Duration;
import java.util.Set;

/**
 * How the simulator behaves.
 *
 * @param firstToken how long it takes to begin
 * @param betweenTokens how long it takes from one word to the next
 * @param failing the deployments, or the sites before the slash of their ids, that fail with 503
 */
public record SimulatorSettings(Duration firstToken, Duration betweenTokens, Set<String> failing) {
  public SimulatorSettings {
    failing = Set.copyOf(failing);
  }
}
