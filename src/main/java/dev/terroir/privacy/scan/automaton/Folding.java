package dev.terroir.privacy.scan.automaton;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes one character of the many that people take for the same: lower case, without accents,
 * digits of every script as ASCII digits, full-width forms, dashes and spaces as the plain ones.
 * One character becomes one, so that places in a text stay what they are.
 */
public final class Folding {

  private static final char[] FOLDED = folded();

  private static final boolean[] WORD = word();

  private Folding() {}

  private static boolean[] word() {
    boolean[] word = new boolean[Character.MAX_VALUE + 1];
    for (int c = 0; c < word.length; c++) {
      char folded = FOLDED[c];
      word[c] = (folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9');
    }
    return word;
  }

  private static char[] folded() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = folded((char) c);
    }
    return table;
  }

  private static char folded(char c) {
    if (c < 0x80) {
      return Character.toLowerCase(c);
    }
    int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : 0;
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return (char) ('0' + digit);
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return Character.toLowerCase((char) (c - 0xFEE0));
    }
    if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
      return '-';
    }
    return Character.isSpaceChar(c) ? space(c) : letter(c);
  }

  private static char space(char c) {
    return c == '\u2028' || c == '\u2029' ? '\n' : ' ';
  }

  private static char letter(char c) {
    if (Character.isSurrogate(c)) {
      return c;
    }
    String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
    char base = Normalizer.normalize(lower, Normalizer.Form.NFD).charAt(0);
    return base < 0x80 || lower.length() > 1 ? base : lower.charAt(0);
  }

  public static char fold(char c) {
    return FOLDED[c];
  }

  public static String fold(CharSequence text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = FOLDED[text.charAt(i)];
    }
    return new String(folded);
  }

  /** Whether it is an ASCII letter or digit when it is folded: what a number must not touch. */
  public static boolean isWord(char c) {
    return WORD[c];
  }

  /** Whether it is a digit of any script. */
  public static boolean isDigit(char c) {
    char folded = FOLDED[c];
    return folded >= '0' && folded <= '9';
  }

  /** Whether it parts groups of digits. A number does not end in one, though its form may. */
  static boolean isSeparator(char c) {
    char folded = FOLDED[c];
    return folded == ' ' || folded == '-' || folded == '/' || folded == '.';
  }

  /** Whether it shows nothing, and can hide a number from whoever reads one by one. */
  static boolean isHidden(char c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          c == '\u00AD' || c == '\u034F' || isMark(c) || c >= '\u200B';
      default -> false;
    };
  }

  /**
   * Accents that stand by themselves; vowel signs of Indian and other scripts are not among them.
   */
  private static boolean isMark(char c) {
    return c >= '\u0300' && c <= '\u036F';
  }
}
