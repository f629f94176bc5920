package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Shape;

/**
 * Whether characters are an identifier of one kind, as far as its characters tell. Checks are
 * stateless, linear and never throw: what has another length or other characters does not hold.
 */
@FunctionalInterface
public interface Check {

  /**
   * @param compact a match without its separators, as {@link #compact} makes it
   */
  boolean holds(String compact);

  /**
   * The part of a text from {@code start} to before {@code end} that checks look at: its ASCII
   * letters, in upper case, and its ASCII digits.
   */
  static String compact(CharSequence text, int start, int end) {
    StringBuilder compact = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        compact.append((char) (c - 'a' + 'A'));
      } else if (Shape.isLetter(c) || Shape.isDigit(c)) {
        compact.append(c);
      }
    }
    return compact.toString();
  }
}
