package dev.terroir.privacy.names;

/** Reads a name in Devanagari: words until one that is none, such as a postposition or a verb. */
final class HindiName {

  private static final int MOST_WORDS = 4;
  private static final int REACH = 80;

  private final WordSet nobody;

  HindiName(WordSet nobody) {
    this.nobody = nobody;
  }

  long read(String text, int from) {
    int limit = Words.limit(text, from, REACH);
    int end = from;
    int at = from;
    for (int words = 0; words < MOST_WORDS && Words.kind(text, at) == Letters.DEVANAGARI; ) {
      int wordEnd = Words.end(text, at, limit);
      if (nobody.contains(text, at, wordEnd)) {
        break;
      }
      boolean initial = wordEnd - at <= 3 && Words.at(text, wordEnd) == '.';
      words += initial ? 0 : 1;
      end = wordEnd;
      at = initial ? wordEnd + 1 : wordEnd;
      int next = Words.skipSpaces(text, at, limit);
      if (next == at && !initial) {
        break;
      }
      at = next;
    }
    return end == from ? Range.NONE : Range.of(from, end);
  }

  /** The one word before {@code end}. */
  long before(String text, int end) {
    int start = Words.start(text, end, Math.max(0, end - 20));
    boolean name = end - start >= 2 && !nobody.contains(text, start, end);
    return name && Letters.isSpaced(Words.kind(text, start)) ? Range.of(start, end) : Range.NONE;
  }
}
