package dev.terroir.privacy.scan;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Many patterns in one deterministic automaton over folded characters: one step for a character,
 * whatever the number of patterns. A state knows which patterns have matched when it is reached; it
 * is written as the place of its row, so that a step is one addition and one look; a row ends with
 * the number of its state. Rows have an odd width: with a power of two the cells of the digits
 * would lie in a few of the sets of a processor's cache and push each other out. Immutable.
 */
final class PatternAutomaton {

  /** No pattern can match any more. */
  private static final int DEAD = 0;

  private final int[] rows;
  private final Matched[] matched;
  private final int width;
  private final int numbers;
  private final int firstAccepting;
  private final int firstOpenEnded;

  /**
   * @param patterns each known by its place
   * @param examples a folded character of each kind that a text is read as
   * @param matched what becomes of the patterns that have matched together
   */
  PatternAutomaton(SubsetConstruction patterns, char[] examples, Function<int[], Matched> matched) {
    List<Integer> order = patterns.order(accepted -> matched.apply(accepted).rank());
    this.matched = order.stream().map(patterns::accepted).map(matched).toArray(Matched[]::new);
    this.numbers = examples.length;
    this.width = (numbers + 1) | 1;
    int[] columns = IntStream.range(0, numbers).map(it -> patterns.group(examples[it])).toArray();
    this.rows = patterns.table(order, columns, width);
    for (int state = 0; state < order.size(); state++) {
      rows[state * width + numbers] = state;
    }
    this.firstAccepting = firstOf(1);
    this.firstOpenEnded = firstOf(2);
  }

  /** States of one rank stand together, so that one comparison tells what a state is. */
  private int firstOf(int rank) {
    return width * (int) Arrays.stream(matched).filter(it -> it.rank() < rank).count();
  }

  /**
   * Follows a text from each of some places until nothing can match any more, and notes what has
   * matched and may end there, while there is room.
   *
   * @param text as kinds of characters, with one more behind its end
   * @param places of which those from {@code from} to before {@code to} are meant
   * @param most behind the last character that may belong to a match
   * @param parted where anything may end, although a letter or digit follows
   * @return behind the last of the places that were followed
   */
  int follow(byte[] text, int[] places, int from, int to, int most, int parted, Matches matches) {
    int[] table = rows;
    int accepting = firstAccepting;
    int openEnded = firstOpenEnded;
    int begin = width;
    int place = from;
    while (place < to && matches.hasRoom()) {
      int start = places[place++];
      int last = Math.min(most, start + Matches.LONGEST);
      int state = begin;
      for (int i = start; i < last; i++) {
        state = table[state + (text[i] & 0xFF)];
        if (state == DEAD) {
          break;
        }
        if (state >= accepting
            && (!Alphabet.isWord(text[i + 1] & 0xFF) || state >= openEnded || i + 1 == parted)) {
          matches.add(start, i + 1, state);
        }
      }
    }
    return place;
  }

  Matched matched(int state) {
    return matched[rows[state + numbers]];
  }

  /** Whether a match can begin with a character of {@code kind}. */
  boolean begins(int kind) {
    return rows[width + kind] != DEAD;
  }
}
