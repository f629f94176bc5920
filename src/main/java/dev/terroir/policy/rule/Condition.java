package dev.terroir.policy.rule;

import java.util.List;

/**
 * One line of a condition: the attribute is any of the values.
 *
 * @param <A> {@code RequestAttribute} or {@code DeploymentAttribute}
 */
public record Condition<A extends Enum<A>>(A attribute, List<String> values) {
  public Condition {
    values = List.copyOf(values);
  }
}
