package dev.terroir.workshop.lens;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether every request that meets one {@code when} meets another. It is never wrongly
 * said to; where it takes more than comparing condition with condition, it is not said. Immutable.
 */
public final class Implication {

  private final Lens lens;

  public Implication(Lens lens) {
    this.lens = lens;
  }

  /**
   * @param bound the jurisdictions one of which binds every such request; may be empty
   */
  public boolean holds(
      AnyOf<RequestAttribute> narrow, AnyOf<RequestAttribute> wide, Set<Jurisdiction> bound) {
    return wide.isAlways()
        || Overlap.alternatives(narrow).stream()
            .allMatch(
                given ->
                    wide.alternatives().stream().anyMatch(asked -> allHold(given, asked, bound)));
  }

  private boolean allHold(
      List<Condition<RequestAttribute>> given,
      List<Condition<RequestAttribute>> asked,
      Set<Jurisdiction> bound) {
    return asked.stream()
        .allMatch(
            condition ->
                isBound(condition, bound) || given.stream().anyMatch(it -> implies(it, condition)));
  }

  private boolean isBound(Condition<RequestAttribute> asked, Set<Jurisdiction> bound) {
    return isPlace(asked.attribute())
        && !bound.isEmpty()
        && bound.stream().allMatch(code -> code.isAnyOf(codes(asked)));
  }

  private static boolean isPlace(RequestAttribute attribute) {
    return attribute == RequestAttribute.COUNTRY || attribute == RequestAttribute.STATE;
  }

  private boolean implies(Condition<RequestAttribute> given, Condition<RequestAttribute> asked) {
    boolean comparable =
        given.attribute() == asked.attribute()
            || (isPlace(given.attribute()) && isPlace(asked.attribute()));
    if (!comparable) {
      return false;
    }
    return switch (asked.attribute()) {
      case SECTOR, PURPOSE, AUDIENCE, PAYER, TENANT_KIND, LANGUAGE, CAPABILITY, IDENTIFIER ->
          asked.values().containsAll(given.values());
      case DATA -> given.values().stream().allMatch(it -> isWithin(it, asked.values()));
      case AGE_UNDER -> number(given) <= number(asked);
      case SUBJECTS_AT_LEAST -> number(given) >= number(asked);
      case COUNTRY, STATE, TENANT_COUNTRY -> arePartOf(codes(given), codes(asked));
      case TENANT_CONTROLLED_FROM, TENANT_ESTABLISHED_IN -> codes(asked).containsAll(codes(given));
      case TENANT_OWNED_FROM ->
          given.shareAtLeast() >= asked.shareAtLeast() && codes(asked).containsAll(codes(given));
    };
  }

  private Set<String> codes(Condition<RequestAttribute> condition) {
    return lens.places().countries(condition.values());
  }

  private static long number(Condition<RequestAttribute> condition) {
    return Long.parseLong(condition.values().getFirst());
  }

  private static boolean arePartOf(Collection<String> narrow, Set<String> wide) {
    return narrow.stream().map(Jurisdiction::new).allMatch(code -> code.isAnyOf(wide));
  }

  private static boolean isWithin(String narrow, Collection<String> wide) {
    long own = Word.find(DataClass.class, narrow).orElseThrow().withWider();
    return wide.stream()
        .anyMatch(word -> (own & Word.find(DataClass.class, word).orElseThrow().bit()) != 0);
  }
}
