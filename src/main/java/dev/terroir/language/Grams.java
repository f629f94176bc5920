package dev.terroir.language;

/**
 * The different sequences of one to three characters in a text, in small letters, each as one
 * number: its characters below, how many they are on top. Used once.
 */
final class Grams {

  private static final int LONGEST = 3;
  private static final long SPREADING = 0x9E3779B97F4A7C15L;
  private static final long TWO = 0xFFFF_FFFFL;
  private static final int LENGTH_AT = 48;

  private final long[] seen;
  private final long[] all;
  private int size;

  private Grams(int characters) {
    int most = LONGEST * characters;
    this.seen = new long[Integer.highestOneBit(most + 1) << 2]; // less than half of it is filled
    this.all = new long[most];
  }

  static Grams in(CharSequence text, int characters) {
    Grams grams = new Grams(characters);
    long last = 0;
    for (int i = 0; i < characters; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      grams.add(one(c));
      if (i > 0) {
        grams.add(2L << LENGTH_AT | ((last << Character.SIZE | c) & TWO));
      }
      if (i > 1) {
        grams.add(3L << LENGTH_AT | last << Character.SIZE | c);
      }
      last = (last << Character.SIZE | c) & TWO;
    }
    return grams;
  }

  private static long one(char c) {
    return 1L << LENGTH_AT | c;
  }

  /** One gram, as it is written. */
  static long of(String gram) {
    long number = gram.length();
    for (int i = 0; i < LONGEST; i++) {
      int at = gram.length() - LONGEST + i;
      number = number << Character.SIZE | (at < 0 ? 0 : gram.charAt(at));
    }
    return number;
  }

  private void add(long gram) {
    int slot = slot(gram, seen.length);
    while (seen[slot] != 0) {
      if (seen[slot] == gram) {
        return;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    seen[slot] = gram;
    all[size++] = gram;
  }

  /** Where to look for {@code gram} first among so many slots, a power of two. */
  static int slot(long gram, int slots) {
    return (int) ((gram * SPREADING) >>> (Long.SIZE / 2 + 1)) & (slots - 1);
  }

  int size() {
    return size;
  }

  long get(int i) {
    return all[i];
  }
}
