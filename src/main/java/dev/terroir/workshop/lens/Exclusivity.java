package dev.terroir.workshop.lens;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whether two requirements exclude each other whatever the catalogue has: places that do
 * not overlap, other words of what has only one. Immutable.
 */
public final class Exclusivity {

  /** What a deployment has exactly one of. */
  private static final Set<DeploymentAttribute> SINGLE =
      Set.of(
          DeploymentAttribute.WEIGHTS,
          DeploymentAttribute.TIER,
          DeploymentAttribute.HOSTING,
          DeploymentAttribute.MAKER,
          DeploymentAttribute.MODEL,
          DeploymentAttribute.HOST,
          DeploymentAttribute.REGION,
          DeploymentAttribute.TRAINS_ON_PROMPTS);

  private static final Map<DeploymentAttribute, DeploymentAttribute> OPPOSITES =
      Map.of(
          DeploymentAttribute.LOCATED_IN, DeploymentAttribute.LOCATED_OUTSIDE,
          DeploymentAttribute.STORED_IN, DeploymentAttribute.STORED_OUTSIDE,
          DeploymentAttribute.CONTROLLED_FROM, DeploymentAttribute.CONTROLLED_OUTSIDE,
          DeploymentAttribute.ACCESSED_FROM, DeploymentAttribute.ACCESSED_OUTSIDE,
          DeploymentAttribute.MADE_IN, DeploymentAttribute.MADE_OUTSIDE);

  private final Places places;

  public Exclusivity(Places places) {
    this.places = places;
  }

  /** Whether no deployment could ever meet both. */
  public boolean isComplete(AnyOf<DeploymentAttribute> one, AnyOf<DeploymentAttribute> other) {
    return one.alternatives().stream()
        .allMatch(
            first -> other.alternatives().stream().allMatch(second -> isComplete(first, second)));
  }

  private boolean isComplete(
      List<Condition<DeploymentAttribute>> one, List<Condition<DeploymentAttribute>> other) {
    return one.stream()
        .anyMatch(first -> other.stream().anyMatch(second -> excludes(first, second)));
  }

  private boolean excludes(
      Condition<DeploymentAttribute> one, Condition<DeploymentAttribute> other) {
    if (one.attribute() == other.attribute()) {
      return SINGLE.contains(one.attribute())
          ? Collections.disjoint(one.values(), other.values())
          : OPPOSITES.containsKey(one.attribute()) && areApart(codes(one), codes(other));
    }
    return isOutside(one, other) || isOutside(other, one);
  }

  /** Whether {@code within} names only places that {@code outside} excludes. */
  private boolean isOutside(
      Condition<DeploymentAttribute> within, Condition<DeploymentAttribute> outside) {
    return OPPOSITES.get(within.attribute()) == outside.attribute()
        && codes(within).stream().allMatch(code -> isPart(code, codes(outside)));
  }

  private static boolean areApart(Set<String> one, Set<String> other) {
    return one.stream().noneMatch(code -> isPart(code, other))
        && other.stream().noneMatch(code -> isPart(code, one));
  }

  /** Whether {@code code} is one of {@code codes}, or a subdivision of one. */
  private static boolean isPart(String code, Set<String> codes) {
    return new Jurisdiction(code).isAnyOf(codes);
  }

  private Set<String> codes(Condition<DeploymentAttribute> condition) {
    return places.countries(condition.values());
  }
}
