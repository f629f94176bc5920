package dev.terroir.privacy.names;

/** Where words, spaces and lines of a text begin and end. */
final class Words {

  private static final String QUOTES = "\"'`*_“”„«»「」『』‚‘’<>";

  private Words() {}

  /** What stands at {@code at}; a line's end where the text ends. */
  static byte kind(String text, int at) {
    return at < 0 || at >= text.length() ? Letters.BREAK : Letters.kind(text.charAt(at));
  }

  static char at(String text, int at) {
    return at < 0 || at >= text.length() ? '\n' : text.charAt(at);
  }

  static int limit(String text, int from, int length) {
    return Math.min(text.length(), from + length);
  }

  /** Behind the word at {@code start}: letters, and a hyphen or an apostrophe between letters. */
  static int end(String text, int start, int limit) {
    int at = start;
    while (at < limit && isInWord(text, at, start)) {
      at++;
    }
    return at;
  }

  private static boolean isInWord(String text, int at, int start) {
    byte kind = kind(text, at);
    if (Letters.isLetter(kind)) {
      return !Letters.isJapanese(kind);
    }
    char folded = Letters.fold(text.charAt(at));
    return (folded == '-' || folded == '\'') && at > start && isCased(kind(text, at + 1));
  }

  /** Where the word starts that ends before {@code end}. */
  static int start(String text, int end, int floor) {
    int at = end;
    while (at > floor
        && (isSpacedLetter(kind(text, at - 1))
            || (Letters.fold(text.charAt(at - 1)) == '-'
                && isCased(kind(text, at - 2))
                && at < end))) {
      at--;
    }
    return at;
  }

  private static boolean isSpacedLetter(byte kind) {
    return Letters.isLetter(kind) && !Letters.isJapanese(kind);
  }

  static boolean isBlank(byte kind) {
    return kind == Letters.SPACE || kind == Letters.BREAK;
  }

  static boolean isCased(byte kind) {
    return kind == Letters.UPPER || kind == Letters.LOWER;
  }

  static int skipSpaces(String text, int from, int limit) {
    int at = from;
    while (at < limit && kind(text, at) == Letters.SPACE) {
      at++;
    }
    return at;
  }

  static int skipSpacesAndQuotes(String text, int from, int limit) {
    int at = from;
    while (at < limit
        && (kind(text, at) == Letters.SPACE || QUOTES.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** The last place before {@code at} that is neither a space nor a quotation mark. */
  static int before(String text, int at) {
    int previous = at - 1;
    int floor = Math.max(-1, at - 8);
    while (previous > floor
        && (kind(text, previous) == Letters.SPACE || QUOTES.indexOf(text.charAt(previous)) >= 0)) {
      previous--;
    }
    return previous;
  }

  /** Whether a word ends with {@code last}; in scripts without spaces it may anywhere. */
  static boolean endsWord(String text, int last) {
    return !Letters.isSpaced(Letters.kind(text.charAt(last)))
        || !Letters.isSpaced(kind(text, last + 1));
  }

  static boolean isQuote(String text, int at) {
    return QUOTES.indexOf(at(text, at)) >= 0;
  }

  /** Whether a sentence or a line may begin at {@code at}. */
  static boolean startsSentence(String text, int at) {
    int previous = before(text, at);
    byte kind = kind(text, previous);
    return kind == Letters.BREAK
        || (kind == Letters.OTHER && ",(/".indexOf(text.charAt(previous)) < 0);
  }

  /** Whether nothing but spaces and closing marks stand between {@code at} and its line's end. */
  static boolean endsLine(String text, int at) {
    int next = at;
    int limit = limit(text, at, 6);
    while (next < limit
        && (kind(text, next) == Letters.SPACE || ".,\"*_)”»".indexOf(text.charAt(next)) >= 0)) {
      next++;
    }
    return kind(text, next) == Letters.BREAK;
  }

  /** Whether a name that ends at {@code end} is part of something longer, such as a file's name. */
  static boolean isGlued(String text, int end) {
    char next = at(text, end);
    return kind(text, end) == Letters.DIGIT
        || "_@/\\(=+#&".indexOf(next) >= 0
        || (".:-'’".indexOf(next) >= 0 && Letters.isSpaced(kind(text, end + 1)));
  }

  static boolean isCapitalised(String text, int start, int end) {
    if (kind(text, start) == Letters.UPPER) {
      return true;
    }
    for (int at = start + 1; at < Math.min(end - 1, start + 5); at++) {
      if (kind(text, at) == Letters.OTHER && kind(text, at + 1) == Letters.UPPER) {
        return true;
      }
    }
    return false;
  }
}
