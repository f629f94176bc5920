package dev.terroir.privacy.scan;

import java.util.Arrays;
import java.util.BitSet;

/** Where the words of contexts stand in a text, in rising order. Used by one scan. */
final class ContextWords {

  /** How far from a number, in characters, a word of its context may stand. */
  static final int NEAR = 40;

  private static final int ROOM = 8;

  private int[] starts = {};
  private int[] ends = {};
  private ContextWord[] words = {};
  private int count;
  private final BitSet near = new BitSet(0);
  private int nearStart = -1;
  private int nearEnd;
  private int first;

  /**
   * A word that stands near numbers of some kinds.
   *
   * @param patterns those of the numbers; not written to once the word is used
   * @param isShort whether it counts only as a whole word
   */
  record ContextWord(BitSet patterns, boolean isShort) {

    private static final int SHORT = 4;

    /** One of no pattern yet. */
    static ContextWord of(String folded) {
      boolean ascii = folded.chars().allMatch(c -> c < 0x80);
      return new ContextWord(new BitSet(), ascii && folded.length() <= SHORT);
    }
  }

  /**
   * @param closed whether no letter or digit follows
   */
  void add(ContextWord word, int start, int end, boolean closed) {
    if (word.isShort() && !closed) {
      return;
    }
    if (count == words.length) {
      int room = Math.max(ROOM, 2 * count);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      words = Arrays.copyOf(words, room);
    }
    starts[count] = start;
    ends[count] = end;
    words[count++] = word;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * Whether a word that belongs to {@code pattern} stands near what lies between {@code start} and
   * {@code end}; fastest where what is asked next lies there too, or not far.
   */
  boolean isNear(int pattern, int start, int end) {
    if (start != nearStart || end != nearEnd) {
      moveTo(start, end);
    }
    return near.get(pattern);
  }

  private void moveTo(int start, int end) {
    while (first > 0 && starts[first - 1] >= start - NEAR) {
      first--;
    }
    while (first < count && starts[first] < start - NEAR) {
      first++;
    }
    near.clear();
    for (int i = first; i < count && starts[i] <= end + NEAR; i++) {
      if (ends[i] <= end + NEAR) {
        near.or(words[i].patterns());
      }
    }
    nearStart = start;
    nearEnd = end;
  }
}
