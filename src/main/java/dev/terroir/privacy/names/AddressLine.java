package dev.terroir.privacy.names;

/** What stands behind "Address:" in its line, where it has a word and a number. */
final class AddressLine {

  private static final int REACH = 120;

  long read(String text, int start, int end) {
    byte before = Words.kind(text, Words.before(text, start));
    int colon = Words.skipSpacesAndQuotes(text, end, Words.limit(text, end, 4));
    if (Letters.isLetter(before) || Letters.fold(Words.at(text, colon)) != ':') {
      return Range.NONE;
    }
    int from = Words.skipSpacesAndQuotes(text, colon + 1, Words.limit(text, colon + 1, 8));
    int behind = lineEnd(text, from);
    return isAddress(text, from, behind) ? Range.of(from, behind) : Range.NONE;
  }

  private static int lineEnd(String text, int from) {
    int limit = Words.limit(text, from, REACH);
    int at = from;
    while (at < limit && !ends(text, at, from)) {
      at++;
    }
    while (at > from && " ,.".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean ends(String text, int at, int from) {
    char c = text.charAt(at);
    if (Words.kind(text, at) == Letters.BREAK || ";|\"\t。".indexOf(c) >= 0) {
      return true;
    }
    boolean sentence = c == '.' && Words.kind(text, at + 1) == Letters.SPACE;
    int word = at - Words.start(text, at, from);
    boolean abbreviated = word == 2 || word == 3;
    return sentence && !abbreviated;
  }

  private static boolean isAddress(String text, int start, int end) {
    int digits = 0;
    int letters = 0;
    boolean spaced = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      byte kind = Letters.kind(c);
      if (c == '@'
          || c == '='
          || c == '_'
          || (c == ':' && at + 1 < end && text.charAt(at + 1) == '/')) {
        return false;
      }
      spaced |= kind == Letters.SPACE;
      digits += kind == Letters.DIGIT ? 1 : 0;
      letters += Letters.isLetter(kind) ? 1 : 0;
    }
    return digits > 0 && letters >= 4 && (spaced || Letters.isJapanese(Words.kind(text, start)));
  }
}
