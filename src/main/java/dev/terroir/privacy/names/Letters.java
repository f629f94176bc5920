package dev.terroir.privacy.names;

/** What each UTF-16 unit is to the rules, and its folded form, as tables filled once. */
final class Letters {

  static final byte OTHER = 0;
  static final byte SPACE = 1;
  static final byte BREAK = 2;
  static final byte DIGIT = 3;
  static final byte UPPER = 4;
  static final byte LOWER = 5;
  static final byte CASELESS = 6;
  static final byte MARK = 7;
  static final byte DEVANAGARI = 8;
  static final byte KANJI = 9;
  static final byte KATAKANA = 10;
  static final byte HIRAGANA = 11;

  private static final byte[] KINDS = new byte[1 << 16];
  private static final char[] FOLDED = new char[1 << 16];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = kindOf((char) c);
      FOLDED[c] = folded((char) c);
    }
  }

  private Letters() {}

  static byte kind(char c) {
    return KINDS[c];
  }

  /** Lower case, with one form for each of space, apostrophe, hyphen and colon. */
  static char fold(char c) {
    return FOLDED[c];
  }

  static boolean isLetter(byte kind) {
    return kind >= UPPER;
  }

  static boolean isJapanese(byte kind) {
    return kind >= KANJI;
  }

  /** Whether words of this kind have spaces around them. */
  static boolean isSpaced(byte kind) {
    return kind >= DIGIT && kind <= DEVANAGARI;
  }

  private static byte kindOf(char c) {
    return switch (c) {
      case '\n', '\r', '\u2028', '\u2029' -> BREAK;
      case '\t', '\u00a0', '\u202f', '\u3000' -> SPACE;
      case '々', '〆', '〒' -> KANJI;
      case 'ー', '・' -> KATAKANA;
      case '।', '॥', '॰', 'º', 'ª' -> OTHER;
      default -> kindOf(c, Character.getType(c));
    };
  }

  private static byte kindOf(char c, int type) {
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case DEVANAGARI -> DEVANAGARI;
      case HAN -> type == Character.OTHER_LETTER ? KANJI : OTHER;
      case KATAKANA -> KATAKANA;
      case HIRAGANA -> HIRAGANA;
      default -> general(type);
    };
  }

  private static byte general(int type) {
    return switch ((byte) type) {
      case Character.SPACE_SEPARATOR -> SPACE;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER, Character.SURROGATE -> CASELESS;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> MARK;
      default -> OTHER;
    };
  }

  private static char folded(char c) {
    return switch (c) {
      case '’', 'ʼ', '＇' -> '\'';
      case '‐', '‑', '－', '−' -> '-';
      case '：' -> ':';
      default -> kindOf(c) == SPACE || kindOf(c) == BREAK ? ' ' : Character.toLowerCase(c);
    };
  }
}
