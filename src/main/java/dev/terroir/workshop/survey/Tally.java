package dev.terroir.workshop.survey;

import dev.terroir.catalog.Catalog;
import dev.terroir.policy.engine.DeploymentSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts how often each deployment goes first; equals share a choice by their weights. */
final class Tally {

  private final Catalog catalog;
  private final double[] firsts;
  private int served;

  Tally(Catalog catalog) {
    this.catalog = catalog;
    this.firsts = new double[catalog.deployments().size()];
  }

  /**
   * @param first those that go first; empty where the request is refused
   */
  void add(DeploymentSet first) {
    if (first.isEmpty()) {
      return;
    }
    served++;
    double[] sum = new double[1];
    first.forEach(i -> sum[0] += catalog.deployment(i).weight());
    first.forEach(i -> firsts[i] += catalog.deployment(i).weight() / sum[0]);
  }

  void add(Tally other) {
    served += other.served;
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] += other.firsts[i];
    }
  }

  int served() {
    return served;
  }

  Dependence dependence() {
    return Dependence.of(catalog, firsts);
  }

  /** The deployment that goes first most often, or {@code nobody}. */
  String leader() {
    return leaders(1).keySet().stream().findFirst().orElse("nobody");
  }

  /** The part of what is served for which each of the {@code most} first of all goes first. */
  Map<String, Double> leaders(int most) {
    Map<String, Double> leaders = new LinkedHashMap<>();
    IntStream.range(0, firsts.length)
        .filter(i -> firsts[i] > 0)
        .boxed()
        .sorted((a, b) -> Double.compare(firsts[b], firsts[a]))
        .limit(most)
        .forEach(i -> leaders.put(catalog.deployment(i).id().value(), firsts[i] / served));
    return leaders;
  }
}
