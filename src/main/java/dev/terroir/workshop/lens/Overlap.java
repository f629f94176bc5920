package dev.terroir.workshop.lens;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whether some request meets several conditions. A request is taken to be of one sector,
 * one purpose, one audience and one payer: what only a request of two sectors would meet is no
 * request that anybody has in mind. Immutable.
 */
public final class Overlap {

  private static final int ALL_OF_IT = 100;

  private final Lens lens;

  public Overlap(Lens lens) {
    this.lens = lens;
  }

  /** Whether some request meets both. */
  public boolean isPossible(AnyOf<RequestAttribute> one, AnyOf<RequestAttribute> other) {
    return alternatives(one).stream()
        .anyMatch(
            first ->
                alternatives(other).stream()
                    .anyMatch(
                        second -> isPossible(Stream.of(first, second).flatMap(List::stream))));
  }

  /** The alternatives of a {@code when}: one that asks nothing, where it is left out. */
  static List<List<Condition<RequestAttribute>>> alternatives(AnyOf<RequestAttribute> when) {
    return when.isAlways() ? List.of(List.of()) : when.alternatives();
  }

  /** Whether some request meets {@code all}. */
  public boolean isPossible(Stream<Condition<RequestAttribute>> all) {
    Map<RequestAttribute, List<Condition<RequestAttribute>>> byAttribute =
        new EnumMap<>(RequestAttribute.class);
    all.forEach(
        condition ->
            byAttribute
                .computeIfAbsent(condition.attribute(), it -> new ArrayList<>())
                .add(condition));
    return byAttribute.entrySet().stream()
        .allMatch(entry -> isPossible(entry.getKey(), entry.getValue()));
  }

  private boolean isPossible(
      RequestAttribute attribute, List<Condition<RequestAttribute>> conditions) {
    return switch (attribute) {
      case SECTOR, PURPOSE, AUDIENCE, PAYER, TENANT_KIND, LANGUAGE -> shareWord(conditions);
      case DATA -> shareData(conditions);
      case COUNTRY, STATE -> conditions.stream().allMatch(this::namesLaw);
      case TENANT_COUNTRY -> shareHome(conditions);
      case TENANT_CONTROLLED_FROM, TENANT_ESTABLISHED_IN ->
          conditions.stream().noneMatch(it -> codes(it).isEmpty());
      case TENANT_OWNED_FROM -> shareOwners(conditions);
      case AGE_UNDER ->
          conditions.stream().allMatch(it -> Integer.parseInt(it.values().getFirst()) > 0);
      case CAPABILITY, IDENTIFIER, SUBJECTS_AT_LEAST -> true;
    };
  }

  private Set<String> codes(Condition<RequestAttribute> condition) {
    return lens.places().countries(condition.values());
  }

  private static boolean shareWord(List<Condition<RequestAttribute>> conditions) {
    Set<String> shared = new HashSet<>(conditions.getFirst().values());
    conditions.forEach(condition -> shared.retainAll(condition.values()));
    return !shared.isEmpty();
  }

  /** Data that is public is nothing else; of all other classes a request may have several. */
  private static boolean shareData(List<Condition<RequestAttribute>> conditions) {
    String open = DataClass.PUBLIC.word();
    return conditions.stream().allMatch(it -> it.values().contains(open))
        || conditions.stream().noneMatch(it -> it.values().equals(List.of(open)));
  }

  /** Whether it names a country that has a file: where another one binds, everything is denied. */
  private boolean namesLaw(Condition<RequestAttribute> condition) {
    return codes(condition).stream().anyMatch(lens::knows);
  }

  private boolean shareHome(List<Condition<RequestAttribute>> conditions) {
    return conditions.stream()
        .flatMap(condition -> codes(condition).stream())
        .map(Jurisdiction::new)
        .anyMatch(home -> conditions.stream().allMatch(it -> home.isAnyOf(codes(it))));
  }

  private boolean shareOwners(List<Condition<RequestAttribute>> conditions) {
    for (Condition<RequestAttribute> one : conditions) {
      for (Condition<RequestAttribute> other : conditions) {
        boolean tooMuch = one.shareAtLeast() + other.shareAtLeast() > ALL_OF_IT;
        if (tooMuch && Collections.disjoint(codes(one), codes(other))) {
          return false;
        }
      }
    }
    return conditions.stream().noneMatch(it -> codes(it).isEmpty());
  }
}
