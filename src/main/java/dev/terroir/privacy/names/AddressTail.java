package dev.terroir.privacy.names;

/** What goes on behind a street and its number: a floor, a town, a postcode. */
final class AddressTail {

  private static final int REACH = 110;
  private static final int MOST_TOKENS = 14;
  private static final String SEPARATORS = ",-–()/º°ª#";

  private final WordSet nobody;
  private final WordSet particles;
  private final WordSet units;

  AddressTail(WordSet nobody, WordSet particles, WordSet units) {
    this.nobody = nobody;
    this.particles = particles;
    this.units = units;
  }

  /** Behind the postcode, and the town after it, that follow {@code end}; {@code end} if none. */
  int extend(String text, int end) {
    int limit = Words.limit(text, end, REACH);
    int at = end;
    for (int tokens = 0; tokens < MOST_TOKENS; tokens++) {
      int token = separators(text, at, limit);
      if (token == at || token >= limit) {
        return end;
      }
      int code = Postcode.end(text, token, tokens > 0);
      if (code > token) {
        int town = town(text, code);
        boolean certain = town > code || tokens > 0 || code - token > 5;
        return certain && (town > code || code - token != 4) ? town : end;
      }
      at = token(text, token, limit);
      if (at == token) {
        return end;
      }
    }
    return end;
  }

  /** Behind spaces and commas, with one line's end at most. */
  private static int separators(String text, int from, int limit) {
    int at = from;
    for (int breaks = 0; at < limit; at++) {
      byte kind = Words.kind(text, at);
      breaks += kind == Letters.BREAK ? 1 : 0;
      boolean abbreviated =
          at == from
              && text.charAt(at) == '.'
              && Words.kind(text, at + 1) == Letters.SPACE
              && Words.kind(text, at - 4) != Letters.LOWER;
      if (breaks > 1
          || (kind != Letters.SPACE
              && kind != Letters.BREAK
              && !abbreviated
              && SEPARATORS.indexOf(text.charAt(at)) < 0)) {
        break;
      }
    }
    return at;
  }

  private int token(String text, int at, int limit) {
    byte kind = Words.kind(text, at);
    if (kind == Letters.DIGIT) {
      int end = HouseNumber.end(text, at);
      return end > at ? end : ordinal(text, at);
    }
    int end = Words.end(text, at, limit);
    boolean state = end == at + 2 && Words.kind(text, at + 1) == Letters.UPPER;
    boolean name = kind == Letters.UPPER && (state || !nobody.contains(text, at, end));
    boolean known = units.contains(text, at, end) || particles.contains(text, at, end);
    int behind = HouseNumber.digits(text, end);
    return name || known ? behind : at;
  }

  /** 2nd, 3er. */
  private int ordinal(String text, int at) {
    int digits = HouseNumber.digits(text, at);
    int end = Words.end(text, digits, Words.limit(text, digits, 4));
    return digits - at <= 2 && end - digits == 2 ? end : at;
  }

  /** Behind the town at {@code code}: Frankfurt am Main, New Delhi, Bad Homburg. */
  private int town(String text, int code) {
    int end = code;
    int at = code + 1;
    boolean first = true;
    while (Words.kind(text, at - 1) == Letters.SPACE) {
      int wordEnd = Words.end(text, at, Words.limit(text, at, 40));
      boolean particle = particles.contains(text, at, wordEnd);
      boolean name =
          Words.kind(text, at) == Letters.UPPER
              && wordEnd > at + 1
              && (first || units.contains(text, at, wordEnd) || first(text, end))
              && (particle || end > code || !nobody.contains(text, at, wordEnd));
      if (!name && !particle) {
        break;
      }
      first = particle || units.contains(text, at, wordEnd);
      end = name && !particle ? wordEnd : end;
      at = wordEnd + 1;
    }
    return province(text, end);
  }

  /** Milano (MI). */
  private static int province(String text, int end) {
    boolean province =
        text.startsWith(" (", end)
            && Words.kind(text, end + 2) == Letters.UPPER
            && Words.kind(text, end + 3) == Letters.UPPER
            && Words.at(text, end + 4) == ')';
    return province ? end + 5 : end;
  }

  private static boolean first(String text, int end) {
    return Words.kind(text, end - 1) == Letters.DIGIT;
  }
}
