package dev.terroir.privacy.names;

/** Indian addresses, which begin with the number of a flat or a house and end with a PIN. */
final class Dwelling {

  private static final int REACH = 120;
  private static final int MOST_TOKENS = 18;

  private final WordSet nobody;

  Dwelling(WordSet nobody) {
    this.nobody = nobody;
  }

  /** Ends with the PIN, or else with the last part that a comma leads to. */
  long read(String text, int start, int end) {
    int limit = Words.limit(text, start, REACH);
    int at = number(text, end, limit);
    if (at == end) {
      return Range.NONE;
    }
    int good = at;
    boolean comma = false;
    for (int tokens = 0; tokens < MOST_TOKENS; tokens++) {
      int token = separators(text, at, limit);
      comma |= Words.at(text, at) == ',';
      int code = pin(text, token);
      if (code > token) {
        return Range.of(start, code);
      }
      int tokenEnd = token(text, token, limit);
      if (token == at || tokenEnd == token) {
        break;
      }
      at = tokenEnd;
      good = comma ? at : good;
    }
    return comma && good > end ? Range.of(start, good) : Range.NONE;
  }

  /** Behind the PIN at {@code at}, with or without its space, or {@code at}. */
  private static int pin(String text, int at) {
    int code = Words.kind(text, at) == Letters.DIGIT ? Postcode.end(text, at, true) : at;
    return code - at >= 6 ? code : at;
  }

  private static int number(String text, int from, int limit) {
    int at = from;
    while (at < limit && " .:#-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean digit = false;
    int start = at;
    while (at < limit
        && (Letters.isSpaced(Words.kind(text, at)) || "-/".indexOf(text.charAt(at)) >= 0)) {
      digit |= Words.kind(text, at) == Letters.DIGIT;
      at++;
    }
    return digit && at - start <= 12 ? at : from;
  }

  private static int separators(String text, int from, int limit) {
    int at = from;
    boolean line = false;
    while (at < limit) {
      byte kind = Words.kind(text, at);
      boolean dot = at == from && text.charAt(at) == '.' && at > 4 && hasSpaceNear(text, at);
      if (kind == Letters.BREAK
          ? line
          : kind != Letters.SPACE && !dot && ",-–:".indexOf(text.charAt(at)) < 0) {
        break;
      }
      line |= kind == Letters.BREAK;
      at++;
    }
    return at;
  }

  /** Whether a word of at most four letters ends at {@code at}: "Opp.", "St.". */
  private static boolean hasSpaceNear(String text, int at) {
    return at - Words.start(text, at, at - 5) <= 4;
  }

  private int token(String text, int at, int limit) {
    byte kind = Words.kind(text, at);
    if (kind == Letters.DIGIT) {
      int digits = HouseNumber.digits(text, at);
      int end = Words.end(text, digits, limit);
      return digits - at <= 4 && end - digits <= 2 ? end : at;
    }
    int end = Words.end(text, at, limit);
    boolean name = kind == Letters.UPPER || kind == Letters.DEVANAGARI;
    boolean stop = nobody.contains(text, at, end);
    boolean near =
        text.startsWith("near", at) || text.startsWith("opp", at) || text.startsWith("pin", at);
    return (name && !stop) || near ? end : at;
  }
}
