package dev.terroir.workshop.survey;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * On whom a country's lawful first choices hang.
 *
 * @param origin where the weights come from, lineage included
 * @param control whose law can compel the operator
 * @param place where the machine stands; a zone counts under its own name
 */
public record Dependence(Shares origin, Shares control, Shares place) {

  private static final Set<String> UNKNOWN = Set.of("unknown");

  /**
   * @param weights how often each deployment of {@code catalog} goes first
   */
  static Dependence of(Catalog catalog, double[] weights) {
    return new Dependence(
        shares(catalog, weights, it -> it.model().madeIn()),
        shares(catalog, weights, it -> it.host().controlledFrom()),
        shares(catalog, weights, Deployment::locatedIn));
  }

  private static Shares shares(
      Catalog catalog, double[] weights, Function<Deployment, Set<String>> powers) {
    Map<String, Double> byPower = new HashMap<>();
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        Set<String> named = powers.apply(catalog.deployment(i));
        for (String power : named.isEmpty() ? UNKNOWN : named) {
          byPower.merge(power, weights[i], Double::sum);
        }
        total += weights[i];
      }
    }
    return Shares.of(byPower, total);
  }
}
