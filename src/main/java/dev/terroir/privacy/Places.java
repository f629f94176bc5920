package dev.terroir.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Puts what stands in a text in its order. Thread-safe. */
public final class Places {

  private Places() {}

  /**
   * The same in the order of their places, which many are in already; those of one place stay in
   * theirs. Numbers are sorted, not objects by a comparison, which takes several times as long.
   *
   * @param place where one stands, from 0
   */
  public static <T> List<T> inOrder(List<T> items, ToIntFunction<T> place) {
    long[] keys = new long[items.size()];
    boolean ordered = true;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) place.applyAsInt(items.get(i)) << Integer.SIZE | i;
      ordered &= i == 0 || keys[i - 1] <= keys[i];
    }
    if (ordered) {
      return items;
    }
    Arrays.sort(keys);
    List<T> sorted = new ArrayList<>(keys.length);
    for (long key : keys) {
      sorted.add(items.get((int) key));
    }
    return sorted;
  }
}
