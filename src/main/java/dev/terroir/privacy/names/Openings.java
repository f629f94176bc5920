package dev.terroir.privacy.names;

/**
 * Whether any word of a set may open at a place, from its first three characters: a filter of eight
 * kilobytes that lets few others through, since most words of a text are no cues.
 */
final class Openings {

  private final long[] bits = new long[1 << 10];

  void add(String word) {
    mark(at(word, 0));
  }

  /** Whether a word may open at {@code start}; never false where one does. */
  boolean mayOpen(String text, int start) {
    int hash = at(text, start);
    return (bits[hash >>> 6] & 1L << hash) != 0;
  }

  private void mark(int hash) {
    bits[hash >>> 6] |= 1L << hash;
  }

  private static int at(String text, int start) {
    int second = letter(text, start + 1);
    int third = second == 0 ? 0 : letter(text, start + 2);
    int hash = (Letters.fold(text.charAt(start)) * 0x9E3B + second) * 0x85EB + third;
    return (hash ^ hash >>> 16) & 0xFFFF;
  }

  /** What ends a word counts as nothing, whatever it is. */
  private static int letter(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    char c = text.charAt(at);
    return Letters.isSpaced(Letters.kind(c)) ? Letters.fold(c) : 0;
  }
}
