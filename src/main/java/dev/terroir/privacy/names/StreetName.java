package dev.terroir.privacy.names;

/** Reads the name of a street behind a word such as "rue" or "calle". */
final class StreetName {

  private static final int MOST_WORDS = 8;

  private StreetName() {}

  /** Behind the name at {@code start}, or {@code start}. */
  static int end(String text, int start, int limit, WordSet particles) {
    int end = start;
    int at = start;
    for (int words = 0; words < MOST_WORDS && at < limit; words++) {
      int wordEnd = word(text, at, limit);
      if (wordEnd == at) {
        break;
      }
      boolean particle = particles.contains(text, at, wordEnd);
      if (!particle
          && Words.kind(text, at) == Letters.LOWER
          && !hasCapitalInside(text, at, wordEnd)) {
        end = end == start ? wordEnd : end;
        break;
      }
      end = particle ? end : wordEnd;
      int dot = Words.at(text, wordEnd) == '.' ? wordEnd + 1 : wordEnd;
      at = Words.skipSpaces(text, dot, limit);
      if (at == dot) {
        break;
      }
    }
    return end;
  }

  /** A word, or a number within a name: 11 Novembre, 17. Juni. */
  private static int word(String text, int at, int limit) {
    int digits = HouseNumber.digits(text, at);
    if (digits == at) {
      return Words.end(text, at, limit);
    }
    int next = Words.at(text, digits) == '.' ? digits + 2 : digits + 1;
    boolean inName =
        digits - at <= 2
            && Words.kind(text, next - 1) == Letters.SPACE
            && (Words.kind(text, next) == Letters.UPPER || text.startsWith("de ", next));
    return inName ? digits : at;
  }

  private static boolean hasCapitalInside(String text, int start, int end) {
    return Words.isCapitalised(text, start, end);
  }

  static boolean hasCapital(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (Words.kind(text, at) == Letters.UPPER) {
        return true;
      }
    }
    return false;
  }
}
