package dev.terroir.privacy.pseudonym;

import java.util.Locale;

/**
 * Reads a placeholder from the beginning of a text. It may be written as models rewrite it: in
 * lower case, with its brackets as HTML or JSON escapes, with escaped underscores.
 */
final class PlaceholderReader {

  private static final String[] OPENING = {"<", "&lt;", "\\u003c"};
  private static final String[] CLOSING = {">", "&gt;", "\\u003e"};

  /** A placeholder is not longer than this, however it is written. */
  static final int LONGEST = 2 * Placeholder.LONGEST_LABEL + Placeholder.MOST_DIGITS + 14;

  private final CharSequence text;
  private int at;
  private final StringBuilder name = new StringBuilder(24);

  private PlaceholderReader(CharSequence text, int from) {
    this.text = text;
    this.at = from;
  }

  /** What a text begins with. */
  sealed interface Reading {
    /**
     * @param end behind it
     */
    record Whole(Placeholder placeholder, int end) implements Reading {}

    /** Something that becomes a placeholder, or not, with what follows. */
    record Begun() implements Reading {}

    record None() implements Reading {}
  }

  private static final Reading BEGUN = new Reading.Begun();
  private static final Reading NONE = new Reading.None();

  /** Whether a placeholder may begin with {@code c}. */
  static boolean opens(char c) {
    return c == '<' || c == '&' || c == '\\';
  }

  static Reading read(CharSequence text, int from) {
    return new PlaceholderReader(text, from).read();
  }

  private Reading read() {
    Match opening = sign(OPENING);
    if (opening != Match.WHOLE) {
      return opening == Match.BEGUN ? BEGUN : NONE;
    }
    while (at < text.length() && isName(text.charAt(at)) && name.length() < LONGEST) {
      if (text.charAt(at) != '\\') {
        name.append(text.charAt(at));
      } else if (at + 1 < text.length() && text.charAt(at + 1) != '_') {
        break;
      }
      at++;
    }
    if (at == text.length()) {
      return couldBe() ? BEGUN : NONE;
    }
    return switch (sign(CLOSING)) {
      case WHOLE -> whole();
      case BEGUN -> couldBe() ? BEGUN : NONE;
      case NONE -> NONE;
    };
  }

  private enum Match {
    WHOLE,
    BEGUN,
    NONE
  }

  private Match sign(String[] signs) {
    for (String sign : signs) {
      int length = Math.min(sign.length(), text.length() - at);
      if (matches(sign, length)) {
        if (length < sign.length()) {
          return Match.BEGUN;
        }
        at += length;
        return Match.WHOLE;
      }
    }
    return Match.NONE;
  }

  private boolean matches(String sign, int length) {
    for (int i = 0; i < length; i++) {
      if (Character.toLowerCase(text.charAt(at + i)) != sign.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '\\';
  }

  private boolean couldBe() {
    return name.length() <= Placeholder.LONGEST_LABEL + Placeholder.MOST_DIGITS + 1
        && (name.isEmpty() || Character.isLetter(name.charAt(0)));
  }

  /** A label, an underscore, a number without a leading zero. */
  private Reading whole() {
    int underscore = name.lastIndexOf("_");
    String digits = name.substring(underscore + 1);
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= Placeholder.MOST_DIGITS
            && digits.charAt(0) != '0'
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (underscore < 1 || underscore > Placeholder.LONGEST_LABEL || !isNumber) {
      return NONE;
    }
    String label = name.substring(0, underscore).toUpperCase(Locale.ROOT);
    return new Reading.Whole(new Placeholder(label, Integer.parseInt(digits)), at);
  }
}
