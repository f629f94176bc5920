package dev.terroir.policy.engine;

import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Preference;
import java.util.List;

/** Compiled preferences of a country or a tenant, in the order of the file. Immutable. */
public final class Preferences {

  public static final Preferences NONE = new Preferences(List.of());

  private final List<Order> orders;

  private Preferences(List<Order> orders) {
    this.orders = orders;
  }

  private record Order(RequestTest when, Ranks ranks) {}

  static Preferences compile(
      List<Preference> preferences, RequestConditions requests, DeploymentConditions conditions) {
    return new Preferences(
        preferences.stream()
            .map(p -> new Order(requests.compile(p.when()), ranks(p, conditions)))
            .toList());
  }

  private static Ranks ranks(Preference preference, DeploymentConditions conditions) {
    return new Ranks(preference.order().stream().map(conditions::must).toList());
  }

  public boolean isEmpty() {
    return orders.isEmpty();
  }

  /** The ranks in the first preference that matches. */
  public Ranks ranks(Facts facts) {
    for (Order order : orders) {
      if (order.when.holds(facts)) {
        return order.ranks;
      }
    }
    return Ranks.EQUAL;
  }
}
