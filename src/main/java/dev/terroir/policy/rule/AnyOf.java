package dev.terroir.policy.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * Alternatives, each of them a list of conditions that must all hold. No alternatives at all stand
 * for a part that a file leaves out: it matches everything.
 */
public record AnyOf<A extends Enum<A>>(List<List<Condition<A>>> alternatives) {

  public AnyOf {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  public static <A extends Enum<A>> AnyOf<A> always() {
    return new AnyOf<>(List.of());
  }

  public static <A extends Enum<A>> AnyOf<A> of(Condition<A> condition) {
    return new AnyOf<>(List.of(List.of(condition)));
  }

  public boolean isAlways() {
    return alternatives.isEmpty();
  }

  public Stream<Condition<A>> conditions() {
    return alternatives.stream().flatMap(List::stream);
  }
}
