package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.automaton.Matched;
import java.util.Arrays;

/**
 * Places whose forms are weak, in the order in which they were met: each counts where a word of its
 * context stands near, which is known when the whole text has been read. Used by one scan.
 */
final class WeakForms {

  private static final int ROOM = 64;

  private Matched[] forms = {};
  private int[] starts = {};
  private int[] ends = {};
  private int count;

  /** Told of each place. */
  interface Visitor {
    void at(Matched forms, int start, int end);
  }

  void add(Matched those, int start, int end) {
    if (count == forms.length) {
      int room = Math.max(ROOM, count * 4);
      forms = Arrays.copyOf(forms, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }
    forms[count] = those;
    starts[count] = start;
    ends[count++] = end;
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < count; i++) {
      visitor.at(forms[i], starts[i], ends[i]);
    }
  }
}
