package dev.terroir.privacy.scan;

import dk.brics.automaton.Automaton;
import java.util.List;

/**
 * Many patterns in one deterministic automaton over folded characters: one step for a character,
 * whatever the number of patterns. A state knows which patterns have matched when it is reached.
 * Immutable.
 */
final class PatternAutomaton {

  /** No pattern can match any more. */
  static final int DEAD = 0;

  static final int START = 1;

  private final byte[] classes = new byte[Character.MAX_VALUE + 1];
  private final char[] next;
  private final int[][] accepted;
  private final int width;
  private final int firstAccepting;

  /**
   * @param patterns each deterministic; a pattern is known by its place
   */
  PatternAutomaton(List<Automaton> patterns) {
    SubsetConstruction product = new SubsetConstruction(patterns);
    this.width = product.width();
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (byte) product.classOf(Folding.fold((char) c));
    }
    product.explore();
    int[] order = product.acceptingLast();
    this.next = product.table(order);
    this.accepted = product.accepted(order);
    this.firstAccepting = product.silent();
  }

  int step(int state, char c) {
    return next[state * width + (classes[c] & 0xFF)];
  }

  /** The patterns that have matched, in rising order; not to be written to. */
  int[] accepted(int state) {
    return accepted[state];
  }

  boolean accepts(int state) {
    return state >= firstAccepting;
  }

  /** Whether a match can begin with {@code c}. */
  boolean begins(char c) {
    return step(START, c) != DEAD;
  }

  int states() {
    return accepted.length;
  }
}
