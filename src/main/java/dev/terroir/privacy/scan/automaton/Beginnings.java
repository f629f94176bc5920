package dev.terroir.privacy.scan.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import java.util.Arrays;
import java.util.List;

/**
 * With which letters patterns begin, three at most: for most words of a text one look tells that
 * they begin none. Immutable.
 */
final class Beginnings {

  private static final int LENGTH = 3;
  private static final int BITS = 5;
  private static final char FIRST = 'a';
  private static final char LAST = 'z';

  /** Whatever is not a letter. */
  private static final int OTHER = LAST - FIRST + 1;

  private static final byte[] LETTERS = letters();
  private final boolean[] begun = new boolean[1 << (LENGTH * BITS)];

  /**
   * @param patterns over folded characters
   */
  Beginnings(List<Automaton> patterns) {
    patterns.forEach(it -> follow(it.getInitialState(), 0, 0));
  }

  /** Which letter each kind of characters is. */
  private static byte[] letters() {
    byte[] letters = new byte[256];
    Arrays.fill(letters, (byte) OTHER);
    for (char letter = FIRST; letter <= LAST; letter++) {
      letters[letter] = (byte) (letter - FIRST);
      letters[Character.toUpperCase(letter)] = letters[letter];
    }
    return letters;
  }

  private void follow(State state, int length, int read) {
    if (length == LENGTH || state.isAccept()) {
      int rest = BITS * (LENGTH - length);
      Arrays.fill(begun, read << rest, (read + 1) << rest, true);
      return;
    }
    for (char letter = FIRST; letter <= LAST; letter++) {
      State next = state.step(letter);
      if (next != null) {
        follow(next, length + 1, (read << BITS) | (letter - FIRST));
      }
    }
    if (state.getTransitions().stream().anyMatch(it -> it.getMin() < FIRST || it.getMax() > LAST)) {
      int rest = BITS * (LENGTH - length - 1);
      int other = (read << BITS) | OTHER;
      Arrays.fill(begun, other << rest, (other + 1) << rest, true);
    }
  }

  /** Whether one may begin with what stands at {@code start}. */
  boolean mayBegin(byte[] kinds, int start) {
    int first = LETTERS[kinds[start] & 0xFF];
    int second = LETTERS[kinds[start + 1] & 0xFF];
    int third = LETTERS[kinds[start + 2] & 0xFF];
    return begun[(first << (2 * BITS)) | (second << BITS) | third];
  }
}
