package dev.terroir.workshop.lens;

import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions as they stand in files. */
public final class Wording {

  private Wording() {}

  /** {@code `certified: C5-type2`} or {@code `located-in: [DE, EEA]`}. */
  public static String of(Condition<?> condition) {
    String values = values(condition.values());
    if (condition.shareAtLeast() > 0) {
      values = "{in: " + values + ", share-at-least: " + condition.shareAtLeast() + "}";
    }
    return "`" + Word.write(condition.attribute().name()) + ": " + values + "`";
  }

  /** All of {@code conditions}. */
  public static <A extends Enum<A>> String of(List<Condition<A>> conditions) {
    return conditions.stream().map(Wording::of).collect(Collectors.joining(" and "));
  }

  private static String values(List<String> values) {
    return values.size() == 1 ? values.getFirst() : "[" + String.join(", ", values) + "]";
  }

  /** {@code 1 rule}, {@code 2 rules}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The first {@code most} of {@code words}, and how many more there are. */
  public static String some(Collection<String> words, int most) {
    String shown = words.stream().limit(most).collect(Collectors.joining(", "));
    int more = words.size() - most;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
