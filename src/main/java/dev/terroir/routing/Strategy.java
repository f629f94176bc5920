package dev.terroir.routing;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Hosting;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.Ranks;
import dev.terroir.policy.facts.Facts;
import dev.terroir.routing.Selection.AllEjected;
import dev.terroir.routing.Selection.Ranked;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Orders what is permitted: by the tenant's preference, then its country's, then by whether the
 * model's maker documents the language of the request, then by how near it is, then by weight. The
 * share that a weight gives is drawn from the id of the exchange, so that a decision can be
 * replayed. Thread-safe.
 */
public final class Strategy {

  private final Catalog catalog;
  private final Health health;
  private final int most;

  /**
   * @param most how many candidates one request may try
   */
  public Strategy(Catalog catalog, Health health, int most) {
    this.catalog = catalog;
    this.health = health;
    this.most = most;
  }

  private static final int MOST_RANKS = 255;

  private record Scored(int position, long order, double draw) {}

  public Selection select(Permit permit, String exchange) {
    int[] permitted = permit.candidates().positions();
    int[] inService =
        Arrays.stream(permitted).filter(position -> ejected(position).isZero()).toArray();
    if (inService.length == 0) {
      return new AllEjected(
          Arrays.stream(permitted)
              .mapToObj(this::ejected)
              .min(Comparator.naturalOrder())
              .orElse(Duration.ZERO));
    }
    if (inService.length == 1) {
      int only = inService[0];
      return new Ranked(List.of(Candidate.of(permit, catalog.deployment(only), only)));
    }
    Orders orders = new Orders(permit.verdict());
    Stream<Scored> scored =
        Arrays.stream(inService).mapToObj(position -> score(position, orders, exchange));
    List<Candidate> candidates =
        scored
            .sorted(Comparator.comparingLong(Scored::order).thenComparingDouble(Scored::draw))
            .limit(most)
            .map(it -> Candidate.of(permit, catalog.deployment(it.position), it.position))
            .toList();
    return new Ranked(candidates);
  }

  private Duration ejected(int position) {
    return health.ejectedFor(catalog.deployment(position).id());
  }

  /** What the order depends on; found out only where there is something to order. */
  private record Orders(Ranks tenant, Ranks country, String language, String home) {
    Orders(Verdict verdict) {
      this(
          verdict.tenantRanks(),
          verdict.countryRanks(),
          verdict.facts().language(),
          home(verdict.facts()));
    }

    private static String home(Facts facts) {
      return facts.jurisdictions().home().country().code();
    }
  }

  private Scored score(int position, Orders orders, String exchange) {
    Deployment deployment = catalog.deployment(position);
    long order = rank(orders.tenant, position);
    order = order << 8 | rank(orders.country, position);
    order = order << 2 | languageRank(deployment, orders.language);
    order = order << 2 | distance(deployment, orders.home);
    return new Scored(position, order, draw(deployment, exchange));
  }

  private static int rank(Ranks ranks, int position) {
    return Math.min(ranks.of(position), MOST_RANKS);
  }

  private static int languageRank(Deployment deployment, String language) {
    return language.isEmpty() || deployment.model().languages().contains(language) ? 0 : 1;
  }

  /** Our own machine in the country, another's there, our own elsewhere, another's elsewhere. */
  private static int distance(Deployment deployment, String home) {
    boolean here = deployment.locatedIn().size() == 1 && deployment.locatedIn().contains(home);
    boolean own = deployment.host().hosting() == Hosting.SELF;
    return (here ? 0 : 2) + (own ? 0 : 1);
  }

  /**
   * Weighted rendezvous hashing: the lowest draw wins, in proportion to the weights (Schindelhauer
   * and Schomaker, Weighted Distributed Hash Tables, 2005).
   */
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
