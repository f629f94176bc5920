package dev.terroir.protection;

import dev.terroir.protection.HeldText.Place;

/**
 * Reads the characters of a document of JSON that comes in any pieces: what an escape means is one.
 * What is no JSON is read as well as it can be. Used from one thread at a time.
 */
final class JsonLetters {

  private static final int LONGEST_ESCAPE = 6;
  private static final char UNREADABLE = '\uFFFD';

  private final Letters letters;
  private final StringBuilder escape = new StringBuilder(LONGEST_ESCAPE);
  private boolean inString;
  private int depth;
  private boolean whole;

  /** Hears of every character. */
  @FunctionalInterface
  interface Letters {
    /**
     * @param length how many characters are written for it
     */
    void letter(char c, int length, Place place);
  }

  JsonLetters(Letters letters) {
    this.letters = letters;
  }

  /** Whether an object or array has ended that stands in no other. */
  boolean isWhole() {
    return whole;
  }

  void read(char c) {
    if (!escape.isEmpty()) {
      escaped(c);
    } else if (inString) {
      inString(c);
    } else {
      between(c);
    }
  }

  private void inString(char c) {
    switch (c) {
      case '\\' -> escape.append(c);
      case '"' -> {
        inString = false;
        letters.letter(c, 1, Place.STRUCTURE);
      }
      default -> letters.letter(c, 1, Place.TEXT);
    }
  }

  private void between(char c) {
    switch (c) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> {
        depth--;
        whole |= depth == 0;
      }
      default -> {}
    }
    boolean isValue = Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0;
    letters.letter(c, 1, isValue ? Place.VALUE : Place.STRUCTURE);
  }

  private void escaped(char c) {
    escape.append(c);
    boolean isLong = escape.charAt(1) == 'u';
    if (!isLong || escape.length() == LONGEST_ESCAPE) {
      letters.letter(isLong ? hexadecimal() : meant(c), escape.length(), Place.TEXT);
      escape.setLength(0);
    }
  }

  private static char meant(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> c;
    };
  }

  private char hexadecimal() {
    int value = 0;
    for (int i = 2; i < LONGEST_ESCAPE; i++) {
      int digit = Character.digit(escape.charAt(i), 16);
      if (digit < 0) {
        return UNREADABLE;
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}
