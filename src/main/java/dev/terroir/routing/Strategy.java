package dev.terroir.routing;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.routing.Selection.AllEjected;
import dev.terroir.routing.Selection.Ranked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Picks of what is permitted what to try, the best first: see {@link Precedence}. Among equals the
 * share that a weight gives is drawn from the id of the exchange, so that a decision can be
 * replayed. Thread-safe.
 */
public final class Strategy {

  private final Catalog catalog;
  private final Precedence precedence;
  private final Health health;
  private final int most;

  /**
   * @param most how many candidates one request may try
   */
  public Strategy(Catalog catalog, Health health, int most) {
    this.catalog = catalog;
    this.precedence = new Precedence(catalog);
    this.health = health;
    this.most = most;
  }

  public Selection select(Permit permit, String exchange) {
    DeploymentSet left = inService(permit.candidates());
    if (left.isEmpty()) {
      return new AllEjected(shortestEjection(permit));
    }
    List<Candidate> candidates = new ArrayList<>(most);
    while (candidates.size() < most && !left.isEmpty()) {
      int next = draw(precedence.best(permit.verdict(), left), exchange);
      candidates.add(Candidate.of(permit, catalog.deployment(next), next));
      left = left.without(next);
    }
    return new Ranked(candidates);
  }

  private DeploymentSet inService(DeploymentSet permitted) {
    Set<DeploymentId> ejected = health.ejected();
    DeploymentSet inService = permitted;
    for (DeploymentId id : ejected) {
      int position = catalog.position(id).orElse(-1);
      inService = position < 0 ? inService : inService.without(position);
    }
    return inService;
  }

  private Duration shortestEjection(Permit permit) {
    return Arrays.stream(permit.candidates().positions())
        .mapToObj(position -> health.ejectedFor(catalog.deployment(position).id()))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * Weighted rendezvous hashing: the lowest draw wins, in proportion to the weights (Schindelhauer
   * and Schomaker, Weighted Distributed Hash Tables, 2005).
   */
  private int draw(DeploymentSet equals, String exchange) {
    int[] positions = equals.positions();
    int winner = positions[0];
    double lowest = positions.length == 1 ? 0 : draw(catalog.deployment(winner), exchange);
    for (int i = 1; i < positions.length; i++) {
      double draw = draw(catalog.deployment(positions[i]), exchange);
      if (draw < lowest) {
        lowest = draw;
        winner = positions[i];
      }
    }
    return winner;
  }

  private static double draw(Deployment deployment, String exchange) {
    long hash = mix(exchange.hashCode() * 31L + deployment.id().value().hashCode());
    double uniform = ((hash >>> 11) + 0.5) * 0x1.0p-53;
    return -Math.log(uniform) / deployment.weight();
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long z) {
    long mixed = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
