package dev.terroir.privacy.scan;

import java.util.Arrays;

/**
 * Places whose form is weak, in the order in which they were met: each counts where a word of its
 * context stands near, which is known when the whole text has been read. Used by one scan.
 */
final class WeakForms {

  private static final int FIELDS = 3;
  private static final int ROOM = 16 * FIELDS;

  private int[] places = {};
  private int used;

  /** Told of each place. */
  interface Visitor {
    void at(int pattern, int start, int end);
  }

  void add(int pattern, int start, int end) {
    if (used == places.length) {
      places = Arrays.copyOf(places, Math.max(ROOM, used * 2));
    }
    places[used++] = pattern;
    places[used++] = start;
    places[used++] = end;
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < used; i += FIELDS) {
      visitor.at(places[i], places[i + 1], places[i + 2]);
    }
  }
}
