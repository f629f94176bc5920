package dev.terroir.privacy.names;

/** The number of a house: 12, 221B, 12-14, 3/5. */
final class HouseNumber {

  private static final int MOST_DIGITS = 5;

  private HouseNumber() {}

  /** Behind the number at {@code start}, or {@code start} where none is. */
  static int end(String text, int start) {
    int end = digits(text, start);
    if (end == start || end - start > MOST_DIGITS) {
      return start;
    }
    end = letter(text, end);
    char joint = Letters.fold(Words.at(text, end));
    int more = joint == '-' || joint == '/' ? digits(text, end + 1) : end;
    if (more > end + 1 && more - end <= MOST_DIGITS) {
      end = letter(text, more);
    }
    return Letters.isSpaced(Words.kind(text, end)) ? start : end;
  }

  static int digits(String text, int start) {
    int end = start;
    while (end < start + 12 && Words.kind(text, end) == Letters.DIGIT) {
      end++;
    }
    return end;
  }

  private static int letter(String text, int end) {
    boolean letter =
        Words.isCased(Words.kind(text, end)) && !Letters.isSpaced(Words.kind(text, end + 1));
    return letter ? end + 1 : end;
  }
}
