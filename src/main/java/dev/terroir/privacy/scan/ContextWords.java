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
  private long[] near = {};
  private int nearStart = -1;
  private int nearEnd;
  private int first;

  /**
   * A word that stands near numbers of some kinds.
   *
   * @param patterns those of the numbers, a bit for each; not to be written to
   * @param isShort whether it counts only as a whole word
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record ContextWord(long[] patterns, boolean isShort) {

    private static final int SHORT = 4;

    static ContextWord of(String folded, BitSet patterns) {
      boolean ascii = folded.chars().allMatch(c -> c < 0x80);
      return new ContextWord(patterns.toLongArray(), ascii && folded.length() <= SHORT);
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
    return pattern / Long.SIZE < near.length && (near[pattern / Long.SIZE] >>> pattern & 1) != 0;
  }

  private void moveTo(int start, int end) {
    while (first > 0 && starts[first - 1] >= start - NEAR) {
      first--;
    }
    while (first < count && starts[first] < start - NEAR) {
      first++;
    }
    Arrays.fill(near, 0);
    for (int i = first; i < count && starts[i] <= end + NEAR; i++) {
      if (ends[i] <= end + NEAR) {
        add(words[i].patterns());
      }
    }
    nearStart = start;
    nearEnd = end;
  }

  private void add(long[] patterns) {
    if (near.length < patterns.length) {
      near = Arrays.copyOf(near, patterns.length);
    }
    for (int i = 0; i < patterns.length; i++) {
      near[i] |= patterns[i];
    }
  }
}
