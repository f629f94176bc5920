package dev.terroir.privacy.scan;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a scan looks for, made ready for it. Immutable. */
final class Patterns {

  /** What a character means to a scan; several may hold. */
  static final byte WORD = 1;

  static final byte BEGINS = 1 << 1;
  static final byte AT = 1 << 2;
  static final byte DIGIT = 1 << 3;

  /** What holds of a pattern; several may. */
  static final byte BY_WORD = 1;

  static final byte BY_TOKEN = 1 << 1;
  static final byte LONGEST_ONLY = 1 << 2;
  static final byte WEAK = 1 << 3;

  private final List<Recogniser> recognisers;
  private final int cards;
  private final List<ContextWord> words = new ArrayList<>();
  private final List<BitSet> contexts = new ArrayList<>();
  private final PatternAutomaton automaton;
  private final byte[] traits;
  private final boolean[] openEnded;
  private final byte[] signs = new byte[Character.MAX_VALUE + 1];

  /**
   * A word that stands near numbers of some kinds.
   *
   * @param isShort whether it counts only as a whole word
   */
  record ContextWord(int number, boolean isShort) {

    private static final int SHORT = 4;

    static ContextWord of(int number, String folded) {
      boolean ascii = folded.chars().allMatch(c -> c < 0x80);
      return new ContextWord(number, ascii && folded.length() <= SHORT);
    }
  }

  Patterns(List<Recogniser> formed) {
    this.recognisers = withMail(formed);
    this.cards = recognisers.stream().map(Recogniser::kind).toList().indexOf(Cards.KIND);
    List<Automaton> automata = new ArrayList<>();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Recogniser recogniser : recognisers) {
      automata.add(automaton(recogniser));
      contexts.add(numbered(recogniser.context(), numbers));
    }
    numbers.forEach(
        (word, number) -> {
          words.add(ContextWord.of(number, word));
          automata.add(Automaton.makeString(word));
        });
    this.automaton = new PatternAutomaton(automata);
    this.traits = new byte[recognisers.size()];
    for (int i = 0; i < traits.length; i++) {
      traits[i] = traits(recognisers.get(i));
    }
    this.openEnded = new boolean[automaton.states()];
    for (int state = 0; state < openEnded.length; state++) {
      openEnded[state] = Arrays.stream(automaton.acceptedBy(state)).anyMatch(this::mayBeFollowed);
    }
    for (int c = 0; c < signs.length; c++) {
      signs[c] = sign((char) c);
    }
  }

  /** The last two are found by their {@code @}. */
  private static List<Recogniser> withMail(List<Recogniser> formed) {
    List<Recogniser> all = new ArrayList<>(formed);
    all.add(Recogniser.unformed("email", 4));
    all.add(Recogniser.unformed("credential", 5));
    return List.copyOf(all);
  }

  int mail() {
    return recognisers.size() - 2;
  }

  int userInfo() {
    return recognisers.size() - 1;
  }

  int cards() {
    return cards;
  }

  private static Automaton automaton(Recogniser recogniser) {
    boolean foundOtherwise =
        recogniser.form().equals(Recogniser.NO_FORM) || recogniser.kind().equals(Cards.KIND);
    return foundOtherwise
        ? Automaton.makeEmpty()
        : minimal(new RegExp(recogniser.form(), RegExp.INTERSECTION).toAutomaton());
  }

  private static Automaton minimal(Automaton automaton) {
    automaton.determinize();
    automaton.minimize();
    return automaton;
  }

  private static BitSet numbered(List<String> context, Map<String, Integer> numbers) {
    BitSet set = new BitSet();
    for (String word : context) {
      set.set(numbers.computeIfAbsent(Folding.fold(word), folded -> numbers.size()));
    }
    return set;
  }

  private byte sign(char c) {
    char folded = Folding.fold(c);
    int sign = Folding.isWord(c) ? WORD : 0;
    sign |= automaton.begins(c) ? BEGINS : 0;
    sign |= folded == '@' ? AT : 0;
    sign |= Folding.isDigit(c) ? DIGIT : 0;
    return (byte) sign;
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

  private boolean mayBeFollowed(int pattern) {
    return pattern >= traits.length || (traits[pattern] & BY_WORD) == 0;
  }

  /** Whether something that has matched in {@code state} may end although a letter follows. */
  boolean isOpenEnded(int state) {
    return openEnded[automaton.number(state)];
  }

  /** Of each pattern; not to be written to. */
  byte[] traits() {
    return traits;
  }

  byte[] signs() {
    return signs;
  }

  PatternAutomaton automaton() {
    return automaton;
  }

  List<Recogniser> recognisers() {
    return recognisers;
  }

  ContextWord word(int pattern) {
    return words.get(pattern - recognisers.size());
  }

  /** The words of which one near a hit of {@code pattern} counts. */
  BitSet contextOf(int pattern) {
    return contexts.get(pattern);
  }
}
