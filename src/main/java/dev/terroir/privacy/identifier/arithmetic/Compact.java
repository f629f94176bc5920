package dev.terroir.privacy.identifier.arithmetic;

import java.nio.charset.StandardCharsets;

/**
 * The ASCII letters, in upper case, and the ASCII digits of a match, without what stands between
 * them: what checks look at. A view of bytes that belong to whoever made it; not to be kept by a
 * check. Not thread-safe.
 */
public final class Compact {

  private static final int UNKNOWN = 0;
  private static final int NUMBER = 1;
  private static final int NO_NUMBER = 2;

  private final byte[] characters;
  private final int length;
  private int kind = UNKNOWN;

  /**
   * @param characters ASCII, of which the first {@code length} are meant
   */
  public Compact(byte[] characters, int length) {
    this.characters = characters;
    this.length = length;
  }

  /** Of the part of a text from {@code start} to before {@code end}. */
  public static Compact of(CharSequence text, int start, int end) {
    byte[] characters = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        characters[length++] = (byte) (c - 'a' + 'A');
      } else if (Shape.isLetter(c) || Shape.isDigit(c)) {
        characters[length++] = (byte) c;
      }
    }
    return new Compact(characters, length);
  }

  public static Compact of(CharSequence text) {
    return of(text, 0, text.length());
  }

  public int length() {
    return length;
  }

  public char charAt(int index) {
    return (char) (characters[index] & 0xFF);
  }

  public char last() {
    return charAt(length - 1);
  }

  public boolean startsWith(String prefix) {
    return length >= prefix.length() && isAt(0, prefix);
  }

  public boolean endsWith(String suffix) {
    return length >= suffix.length() && isAt(length - suffix.length(), suffix);
  }

  private boolean isAt(int from, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (charAt(from + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it is so many digits, not all of them the same: 111… is a placeholder. Many checks ask
   * this of one match, which is looked at once.
   */
  public boolean isNumber(int digits) {
    if (length != digits) {
      return false;
    }
    if (kind == UNKNOWN) {
      kind = isVariedNumber() ? NUMBER : NO_NUMBER;
    }
    return kind == NUMBER;
  }

  private boolean isVariedNumber() {
    int differences = 0;
    for (int i = 0; i < length; i++) {
      if (!Shape.isDigit(charAt(i))) {
        return false;
      }
      differences |= characters[i] ^ characters[0];
    }
    return differences != 0;
  }

  /** Whether not all characters are the same. */
  public boolean isVaried() {
    for (int i = 1; i < length; i++) {
      if (characters[i] != characters[0]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return new String(characters, 0, length, StandardCharsets.US_ASCII);
  }
}
