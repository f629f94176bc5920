package dev.terroir.privacy.scan.automaton;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Many patterns in one deterministic automaton over folded characters: one step for a character,
 * whatever the number of patterns. A state knows which patterns have matched when it is reached; it
 * is written as the place of its row, so that a step is one addition and one look; a row ends with
 * the number of its state. Rows have an odd width: with a power of two the cells of the digits
 * would lie in a few of the sets of a processor's cache and push each other out. Immutable.
 */
public final class PatternAutomaton {

  /** No pattern can match any more. */
  private static final int DEAD = 0;

  /** On most processors a line has 64 bytes. */
  private static final int CELLS_OF_LINE = 16;

  private static final int SILENT = 0;
  private static final int ONLY_LONGEST = 1;
  private static final int EACH = 2;
  private static final int OPEN_ENDED = 3;

  private final int[] rows;
  private final Matched[] matched;
  private final int width;
  private final int numbers;
  private final int firstAccepting;
  private final int firstOfEach;
  private final int firstOpenEnded;

  /** The one of which matches are left out that a longer one of the same follows. */
  private final Optional<Matched> onlyLongest;

  /**
   * @param patterns each known by its place
   * @param examples a folded character of each kind that a text is read as
   * @param matched what becomes of the patterns that have matched together
   */
  PatternAutomaton(SubsetConstruction patterns, char[] examples, Function<int[], Matched> matched) {
    this.onlyLongest = patterns.accepted().map(matched).filter(Matched::isOnlyLongest).findFirst();
    List<Integer> order = patterns.order(accepted -> rank(matched.apply(accepted)));
    this.matched = order.stream().map(patterns::accepted).map(matched).toArray(Matched[]::new);
    this.numbers = examples.length;
    this.width = width(numbers + 1);
    int[] columns = IntStream.range(0, numbers).map(it -> patterns.group(examples[it])).toArray();
    this.rows = patterns.table(order, columns, width);
    for (int state = 0; state < order.size(); state++) {
      rows[state * width + numbers] = state;
    }
    this.firstAccepting = firstOf(ONLY_LONGEST);
    this.firstOfEach = firstOf(EACH);
    this.firstOpenEnded = firstOf(OPEN_ENDED);
  }

  /** States of one rank stand together, so that one comparison tells what a state is. */
  private int rank(Matched those) {
    if (those.isOpenEnded()) {
      return OPEN_ENDED;
    }
    if (those.isNothing()) {
      return SILENT;
    }
    return onlyLongest.filter(it -> it == those).isPresent() ? ONLY_LONGEST : EACH;
  }

  /** An odd number of a cache's lines, so that the same cells of the rows fill all of its sets. */
  private static int width(int cells) {
    return ((cells + CELLS_OF_LINE - 1) / CELLS_OF_LINE | 1) * CELLS_OF_LINE;
  }

  private int firstOf(int rank) {
    return width * (int) Arrays.stream(matched).filter(it -> rank(it) < rank).count();
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
  public int follow(
      byte[] text, int[] places, int from, int to, int most, int parted, Matches matches) {
    int[] table = rows;
    int accepting = firstAccepting;
    int each = firstOfEach;
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
          if (state >= each) {
            matches.add(start, i + 1, state);
          } else if (!Alphabet.isSeparator(text[i])) {
            matches.addLonger(start, i + 1, state, each, parted);
          }
        }
      }
    }
    return place;
  }

  public Matched matched(int state) {
    return matched[rows[state + numbers]];
  }

  /** Whether a match can begin with a character of {@code kind}. */
  boolean begins(int kind) {
    return rows[width + kind] != DEAD;
  }

  /** Whether a match can begin with the two characters at {@code start}. */
  boolean begins(byte[] text, int start) {
    int state = rows[width + (text[start] & 0xFF)];
    return state >= firstAccepting || rows[state + (text[start + 1] & 0xFF)] != DEAD;
  }
}
