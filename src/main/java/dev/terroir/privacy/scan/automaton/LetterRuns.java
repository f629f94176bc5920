package dev.terroir.privacy.scan.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * After how many letters, and before which two characters, patterns may go on that take nearly any
 * letters. Most words of a text are told by their length alone to begin none of them. Immutable.
 */
final class LetterRuns {

  /** Longer runs are taken to be of this length, and to go on. */
  private static final int MOST = 2 * Long.BYTES;

  private static final char FIRST = 'a';
  private static final char LAST = 'z';

  private final char[] examples;

  /** Of each kind of characters a bit for each number of letters that it may follow. */
  private final int[] next;

  /** The same of the character behind that one. */
  private final int[] second;

  /**
   * @param patterns over folded characters
   * @param examples a folded character of each kind
   */
  LetterRuns(List<Automaton> patterns, char[] examples) {
    this.examples = examples;
    this.next = new int[examples.length];
    this.second = new int[examples.length];
    Set<State> states = new HashSet<>();
    patterns.forEach(it -> states.add(it.getInitialState()));
    for (int length = 0; length < MOST; length++) {
      Set<State> after = read(states, 1 << length);
      if (states.stream().anyMatch(State::isAccept)) {
        always(next, -1 << length);
        always(second, -1 << length);
      }
      states.clear();
      states.addAll(after);
    }
    always(next, -1 << MOST);
    always(second, -1 << MOST);
  }

  private static void always(int[] lengths, int bits) {
    Arrays.setAll(lengths, kind -> lengths[kind] | bits);
  }

  /** Returns where one more letter leads to. */
  private Set<State> read(Set<State> states, int bit) {
    Set<State> afterLetter = new HashSet<>();
    for (State state : states) {
      for (Transition transition : state.getTransitions()) {
        if (transition.getMin() <= LAST && transition.getMax() >= FIRST) {
          afterLetter.add(transition.getDest());
        }
        if (transition.getMin() < FIRST || transition.getMax() > LAST) {
          add(next, transition, bit);
          addSecond(transition.getDest(), bit);
        }
      }
    }
    return afterLetter;
  }

  private void addSecond(State state, int bit) {
    state.getTransitions().forEach(it -> add(second, it, bit));
    if (state.isAccept()) {
      always(second, bit);
    }
  }

  private void add(int[] lengths, Transition transition, int bit) {
    for (int kind = 0; kind < lengths.length; kind++) {
      char example = examples[kind];
      boolean leads = transition.getMin() <= example && example <= transition.getMax();
      lengths[kind] |= leads ? bit : 0;
    }
  }

  /** Those that begin with one of most letters; the others are better told by their letters. */
  static boolean takesMostLetters(Automaton pattern) {
    int letters = 0;
    for (char letter = FIRST; letter <= LAST; letter++) {
      letters += pattern.getInitialState().step(letter) == null ? 0 : 1;
    }
    return letters > (LAST - FIRST + 1) / 2;
  }

  /**
   * Whether one of the patterns may match what begins with some letters.
   *
   * @param letters how many, from 1; all from 16 on are the same
   */
  boolean mayGoOn(byte[] kinds, int start, int letters) {
    int behind = start + letters;
    int lengths = next[kinds[behind] & 0xFF] & second[kinds[behind + 1] & 0xFF];
    return ((lengths >>> letters) & 1) != 0;
  }
}
