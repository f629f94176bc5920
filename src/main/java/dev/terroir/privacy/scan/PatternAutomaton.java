package dev.terroir.privacy.scan;

import dk.brics.automaton.Automaton;
import java.util.List;

/**
 * Many patterns in one deterministic automaton over folded characters: one step for a character,
 * whatever the number of patterns. A state knows which patterns have matched when it is reached; it
 * is written as the place of its row, so that a step is one addition and one look. Immutable.
 */
final class PatternAutomaton {

  /** No pattern can match any more. */
  private static final int DEAD = 0;

  private final byte[] classes = new byte[Character.MAX_VALUE + 1];
  private final int[] next;
  private final int[][] accepted;
  private final int shift;
  private final int firstAccepting;

  /**
   * @param patterns each deterministic; a pattern is known by its place
   */
  PatternAutomaton(List<Automaton> patterns) {
    SubsetConstruction product = new SubsetConstruction(patterns);
    this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(product.width() - 1);
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (byte) product.classOf(Folding.fold((char) c));
    }
    product.explore();
    int[] order = product.acceptingLast();
    this.next = product.table(order, shift);
    this.accepted = product.accepted(order);
    this.firstAccepting = product.silent() << shift;
  }

  /** Where nothing has been read. */
  private int start() {
    return 1 << shift;
  }

  /**
   * Follows {@code text} from {@code start} until nothing can match any more, but not beyond {@code
   * last}, and notes behind which characters something has matched, and in which states.
   *
   * @return how often
   */
  int follow(char[] text, int start, int last, int[] ends, int[] states) {
    int[] rows = next;
    byte[] kinds = classes;
    int accepting = firstAccepting;
    int state = start();
    int found = 0;
    for (int i = start; i < last; i++) {
      state = rows[state + (kinds[text[i]] & 0xFF)];
      if (state == DEAD) {
        break;
      }
      if (state >= accepting) {
        ends[found] = i + 1;
        states[found++] = state;
      }
    }
    return found;
  }

  /** The patterns that have matched, in rising order; not to be written to. */
  int[] accepted(int state) {
    return accepted[number(state)];
  }

  /** The same for the state of that {@link #number}. */
  int[] acceptedBy(int number) {
    return accepted[number];
  }

  /** Whether a match can begin with {@code c}. */
  boolean begins(char c) {
    return next[start() + (classes[c] & 0xFF)] != DEAD;
  }

  /** How many states there are. */
  int states() {
    return accepted.length;
  }

  /** Which of them {@code state} is, from 0. */
  int number(int state) {
    return state >>> shift;
  }
}
