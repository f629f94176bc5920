package dev.terroir.privacy.names;

import java.util.Arrays;

/**
 * Words as paths of folded characters; each step is one look into a hash table, whatever the number
 * of words. Filled by one thread, then only read.
 */
final class Trie {

  static final int ROOT = 0;
  static final int NONE = -1;

  private long[] keys = new long[1 << 10];
  private int[] targets = new int[1 << 10];
  private int[] values = {NONE};
  private int states = 1;

  /** The value that {@code word} had, or {@code NONE} where {@code value} is now its value. */
  int add(String word, int value) {
    int state = ROOT;
    for (int i = 0; i < word.length(); i++) {
      state = stepOrGrow(state, Letters.fold(word.charAt(i)));
    }
    int before = values[state];
    if (before == NONE) {
      values[state] = value;
    }
    return before;
  }

  /** The state behind {@code folded}, or {@code NONE}. */
  int step(int state, char folded) {
    long key = key(state, folded);
    int mask = keys.length - 1;
    for (int slot = hash(key) & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return targets[slot];
      }
    }
    return NONE;
  }

  /** The value of the word that ends in {@code state}, or {@code NONE}. */
  int value(int state) {
    return values[state];
  }

  private int stepOrGrow(int state, char folded) {
    int next = step(state, folded);
    if (next != NONE) {
      return next;
    }
    if (states * 4 > keys.length) {
      grow();
    }
    if (states == values.length) {
      values = Arrays.copyOf(values, states * 2);
    }
    values[states] = NONE;
    put(key(state, folded), states);
    return states++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private void put(long key, int target) {
    int mask = keys.length - 1;
    int slot = hash(key) & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private static long key(int state, char folded) {
    return (((long) state << 16) | folded) + 1;
  }

  private static int hash(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
  }
}
