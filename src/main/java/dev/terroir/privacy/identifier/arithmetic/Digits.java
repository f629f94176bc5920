package dev.terroir.privacy.identifier.arithmetic;

/**
 * Numbers out of characters. Callers have looked at the {@link Shape} before: what is read here is
 * a digit.
 */
public final class Digits {

  private Digits() {}

  public static int at(Compact text, int index) {
    return text.charAt(index) - '0';
  }

  public static int last(Compact text) {
    return at(text, text.length() - 1);
  }

  /** The two digits that begin at {@code index} as a number. */
  public static int pair(Compact text, int index) {
    return 10 * at(text, index) + at(text, index + 1);
  }

  /** The number from {@code from} to before {@code to}: 18 digits at most. */
  public static long number(Compact text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + at(text, i);
    }
    return number;
  }

  /** The sum of the first digits, each times its weight. */
  public static int weighted(Compact text, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * at(text, i);
    }
    return sum;
  }

  /** The value of a digit or a letter: 0 to 9, then A is 10 and Z is 35. */
  public static int base36(char character) {
    return Shape.isDigit(character) ? character - '0' : character - 'A' + 10;
  }

  /** The sum of the digits of a number below 100. */
  public static int cross(int number) {
    return number / 10 + number % 10;
  }
}
