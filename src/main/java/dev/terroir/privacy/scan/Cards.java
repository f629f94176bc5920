package dev.terroir.privacy.scan;

/**
 * Numbers of payment cards: 13 to 19 digits with at most a space or dash between two, so that each
 * group of a row of digits may begin one and each may end one. The sums of Luhn (ISO/IEC 7812-1,
 * annex B) are kept from the beginning of the row, so that each of the lengths costs one
 * subtraction, however the digits are grouped. Used by one scan.
 */
final class Cards {

  /** As the library of identifiers names it, whose form and check are the measure of this. */
  static final String KIND = "ZZ.pan-card";

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  /** What Luhn makes of every second digit: the digits of its double added up. */
  private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  private final PlainView view;
  private final char[] text;
  private int[] places = {};
  private int[] evenPlain = {};
  private int[] oddPlain = {};
  private int count;
  private int end;

  /** Told of each number. */
  interface Found {
    void at(int start, int end);
  }

  Cards(PlainView view) {
    this.view = view;
    this.text = view.characters();
  }

  /** Behind the last row that was read. */
  int end() {
    return end;
  }

  /** Reads the row of digits that begins at {@code start}. */
  void read(int start, Found found) {
    int digits = 0;
    int at = start;
    while (at < text.length && Folding.isDigit(text[at])) {
      digits++;
      at = next(at);
    }
    end = at;
    if (digits >= SHORTEST) {
      sum(start, digits);
      search(found);
    }
  }

  /** Where the next digit of the row stands, or behind the row. */
  private int next(int digit) {
    int at = digit + 1;
    boolean parted = at + 1 < text.length && isSeparator(at) && Folding.isDigit(text[at + 1]);
    return parted ? at + 1 : at;
  }

  private void sum(int start, int digits) {
    if (digits > places.length) {
      places = new int[digits];
      evenPlain = new int[digits + 1];
      oddPlain = new int[digits + 1];
    }
    int at = start;
    for (count = 0; count < digits; count++) {
      int digit = Folding.fold(text[at]) - '0';
      boolean even = (count & 1) == 0;
      evenPlain[count + 1] = evenPlain[count] + (even ? digit : DOUBLED[digit]);
      oddPlain[count + 1] = oddPlain[count] + (even ? DOUBLED[digit] : digit);
      places[count] = at;
      at = next(at);
    }
  }

  private void search(Found found) {
    int from = 0;
    while (from + SHORTEST <= count) {
      int length = beginsGroup(from) ? lengthFrom(from) : 0;
      if (length > 0) {
        found.at(places[from], places[from + length - 1] + 1);
      }
      from += length > 0 && view.isWhole() ? length : 1;
    }
  }

  /** How many digits the longest number has that begins with a digit, or 0. No network has 0. */
  private int lengthFrom(int from) {
    if (Folding.fold(text[places[from]]) == '0') {
      return 0;
    }
    int parted = view.nextParted(places[from] + 1);
    int most = view.isInWord(places[from]) ? parted : text.length;
    for (int length = Math.min(LONGEST, count - from); length >= SHORTEST; length--) {
      int behind = places[from + length - 1] + 1;
      if (holds(from, from + length)
          && behind <= most
          && (view.isClosed(behind) || behind == parted)
          && isVaried(from, length)) {
        return length;
      }
    }
    return 0;
  }

  private boolean holds(int from, int to) {
    int[] sums = (to & 1) == 1 ? evenPlain : oddPlain;
    return (sums[to] - sums[from]) % 10 == 0;
  }

  private boolean isVaried(int from, int length) {
    char first = Folding.fold(text[places[from]]);
    for (int i = from + 1; i < from + length; i++) {
      if (Folding.fold(text[places[i]]) != first) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsGroup(int digit) {
    return !view.isInWord(places[digit]) || view.isParted(places[digit]);
  }

  private boolean isSeparator(int at) {
    char c = Folding.fold(text[at]);
    return c == ' ' || c == '-';
  }
}
