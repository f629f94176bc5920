package dev.terroir.policy.rule;

import java.util.List;

/**
 * One line of a condition: the attribute is any of the values.
 *
 * @param shareAtLeast how much owners must hold, in percent; 0 for any share, and where shares mean
 *     nothing
 * @param <A> {@code RequestAttribute} or {@code DeploymentAttribute}
 */
public record Condition<A extends Enum<A>>(A attribute, List<String> values, int shareAtLeast) {
  public Condition {
    values = List.copyOf(values);
  }

  public Condition(A attribute, List<String> values) {
    this(attribute, values, 0);
  }
}
