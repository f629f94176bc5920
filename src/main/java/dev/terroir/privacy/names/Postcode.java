package dev.terroir.privacy.names;

/** The postcodes of the countries whose addresses are known, by their form. */
final class Postcode {

  private Postcode() {}

  /**
   * Behind the postcode at {@code start}, or {@code start}.
   *
   * @param town whether a town may stand before it, so that four digits are rather a year
   */
  static int end(String text, int start, boolean town) {
    if (Words.kind(text, start) == Letters.UPPER) {
      int digits = prefixed(text, start);
      return digits > start ? digits : british(text, start);
    }
    int digits = HouseNumber.digits(text, start);
    int length = digits - start;
    int end =
        switch (length) {
          case 3 -> indian(text, digits);
          case 4 -> portuguese(text, digits, town);
          case 5 -> joined(text, digits);
          case 6 -> digits;
          default -> start;
        };
    return Letters.isSpaced(Words.kind(text, end)) ? start : end;
  }

  /** 110 001. */
  private static int indian(String text, int digits) {
    int end = HouseNumber.digits(text, digits + 1);
    return Words.kind(text, digits) == Letters.SPACE && end - digits == 4 ? end : digits - 3;
  }

  /** 1250-096; four digits alone are those of Austria, Belgium, Switzerland and others. */
  private static int portuguese(String text, int digits, boolean town) {
    int end = HouseNumber.digits(text, digits + 1);
    if (Words.at(text, digits) == '-' && end - digits == 4) {
      return end;
    }
    return town ? digits - 4 : digits;
  }

  /** 01310-100, 20500-0003. */
  private static int joined(String text, int digits) {
    int end = HouseNumber.digits(text, digits + 1);
    boolean more = Words.at(text, digits) == '-' && (end - digits == 4 || end - digits == 5);
    return more ? end : digits;
  }

  /** D-10115. */
  private static int prefixed(String text, int start) {
    int digits = HouseNumber.digits(text, start + 2);
    int length = digits - start - 2;
    boolean prefixed = Words.at(text, start + 1) == '-' && (length == 4 || length == 5);
    return prefixed ? digits : start;
  }

  /** NW1 6XE. */
  private static int british(String text, int start) {
    int at = start;
    while (at < start + 4
        && (Words.kind(text, at) == Letters.UPPER || Words.kind(text, at) == Letters.DIGIT)) {
      at++;
    }
    boolean inward =
        at >= start + 2
            && Words.kind(text, at) == Letters.SPACE
            && Words.kind(text, at + 1) == Letters.DIGIT
            && Words.kind(text, at + 2) == Letters.UPPER
            && Words.kind(text, at + 3) == Letters.UPPER
            && !Letters.isSpaced(Words.kind(text, at + 4));
    boolean digit =
        Words.kind(text, start + 1) == Letters.DIGIT
            || Words.kind(text, start + 2) == Letters.DIGIT;
    return inward && digit ? at + 4 : start;
  }
}
