package dev.terroir.privacy.scan;

import java.util.Arrays;
import java.util.BitSet;

/** Where the words of contexts stand in a text, in rising order. Used by one scan. */
final class ContextWords {

  /** How far from a number, in characters, a word of its context may stand. */
  static final int NEAR = 40;

  private static final int FIELDS = 3;

  private int[] places = {};
  private int count;

  /**
   * @param closed whether no letter or digit follows
   */
  void add(Patterns.ContextWord word, int start, int end, boolean closed) {
    if (word.isShort() && !closed) {
      return;
    }
    if (count * FIELDS == places.length) {
      places = Arrays.copyOf(places, Math.max(FIELDS * 8, places.length * 2));
    }
    places[count * FIELDS] = start;
    places[count * FIELDS + 1] = end;
    places[count * FIELDS + 2] = word.number();
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * Whether a word of {@code context} stands near what lies between {@code start} and {@code end}.
   */
  boolean isNear(BitSet context, int start, int end) {
    if (context.isEmpty()) {
      return false;
    }
    for (int i = firstFrom(start - NEAR); i < count; i++) {
      if (places[i * FIELDS] > end + NEAR) {
        return false;
      }
      if (places[i * FIELDS + 1] <= end + NEAR && context.get(places[i * FIELDS + 2])) {
        return true;
      }
    }
    return false;
  }

  private int firstFrom(int place) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle * FIELDS] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
