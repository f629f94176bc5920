package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.ContextWords.ContextWord;
import dev.terroir.privacy.scan.automaton.Folding;
import dev.terroir.privacy.scan.automaton.Matched;
import dev.terroir.privacy.scan.automaton.PatternSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Everything that a scan looks for, made ready for it. Immutable. */
final class Patterns {

  /** What holds of a pattern; several may. */
  static final byte BY_WORD = 1;

  static final byte BY_TOKEN = 1 << 1;
  static final byte LONGEST_ONLY = 1 << 2;
  static final byte WEAK = 1 << 3;

  private final Recogniser[] recognisers;
  private final int cards;
  private final ContextWord[] words;
  private final byte[] traits;
  private final int[] regional;
  private final PatternSet set;

  Patterns(List<Recogniser> formed) {
    List<Recogniser> all = withMail(formed);
    this.recognisers = all.toArray(Recogniser[]::new);
    this.cards = all.stream().map(Recogniser::kind).toList().indexOf(Cards.KIND);
    Map<String, ContextWord> contexts = contexts(all);
    this.words = contexts.values().toArray(ContextWord[]::new);
    this.traits = new byte[recognisers.length];
    for (int i = 0; i < traits.length; i++) {
      traits[i] = traits(recognisers[i]);
    }
    this.regional =
        IntStream.range(0, recognisers.length)
            .filter(it -> !recognisers[it].test().concerns(List.of()))
            .toArray();
    this.set =
        new PatternSet(
            all.stream().map(Patterns::form).toList(),
            List.copyOf(contexts.keySet()),
            this::matched);
  }

  /** The last two are found by their {@code @}. */
  private static List<Recogniser> withMail(List<Recogniser> formed) {
    List<Recogniser> all = new ArrayList<>(formed);
    all.add(Recogniser.unformed("email", 4));
    all.add(Recogniser.unformed("credential", 5));
    return List.copyOf(all);
  }

  int mail() {
    return recognisers.length - 2;
  }

  int userInfo() {
    return recognisers.length - 1;
  }

  int cards() {
    return cards;
  }

  /** Card numbers are found by their rows of digits. */
  private static String form(Recogniser recogniser) {
    return recogniser.kind().equals(Cards.KIND) ? Recogniser.NO_FORM : recogniser.form();
  }

  /** All words, as they are when folded. */
  private static Map<String, ContextWord> contexts(List<Recogniser> recognisers) {
    Map<String, BitSet> patterns = new LinkedHashMap<>();
    for (int pattern = 0; pattern < recognisers.size(); pattern++) {
      for (String word : recognisers.get(pattern).context()) {
        patterns.computeIfAbsent(Folding.fold(word), it -> new BitSet()).set(pattern);
      }
    }
    Map<String, ContextWord> words = new LinkedHashMap<>();
    patterns.forEach((word, those) -> words.put(word, ContextWord.of(word, those)));
    return words;
  }

  private static byte traits(Recogniser recogniser) {
    int traits =
        switch (recogniser.bounds()) {
          case WORD -> BY_WORD;
          case TOKEN -> BY_TOKEN;
          case OPEN -> 0;
        };
    traits |= recogniser.lengths() == Recogniser.Lengths.LONGEST ? LONGEST_ONLY : 0;
    traits |= recogniser.needsContext() ? WEAK : 0;
    return (byte) traits;
  }

  private Matched matched(List<Integer> together) {
    int[] certain = where(together, it -> it < traits.length && !has(it, WEAK));
    int[] weak = where(together, it -> it < traits.length && has(it, WEAK));
    int[] words = where(together, it -> it >= traits.length);
    return new Matched(
        certain,
        weak,
        Arrays.stream(words).map(it -> it - traits.length).toArray(),
        weak.length > 0
            && weak.length == together.size()
            && Arrays.stream(weak).allMatch(it -> has(it, LONGEST_ONLY)),
        words.length > 0 || Arrays.stream(certain).anyMatch(it -> !has(it, BY_WORD)));
  }

  /** Those that count only in some countries; not to be written to. */
  int[] regional() {
    return regional;
  }

  /** Whether a trait holds of a pattern. */
  boolean has(int pattern, byte trait) {
    return (traits[pattern] & trait) != 0;
  }

  private static int[] where(List<Integer> numbers, IntPredicate condition) {
    return numbers.stream().mapToInt(Integer::intValue).filter(condition).toArray();
  }

  PatternSet set() {
    return set;
  }

  Recogniser recogniser(int pattern) {
    return recognisers[pattern];
  }

  /** How many there are to look for. */
  int count() {
    return recognisers.length;
  }

  ContextWord word(int number) {
    return words[number];
  }
}
