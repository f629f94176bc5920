package dev.terroir.privacy.identifier.arithmetic;

/** Check characters of ISO 7064. */
public final class Iso7064 {

  /**
   * What MOD 11,10 makes of each product with each digit: two divisions a digit would take long.
   */
  private static final byte[] NEXT = next();

  private Iso7064() {}

  /** MOD 11,10: digits, the last of which is the check digit. */
  public static boolean mod1110(Compact text) {
    int product = 10;
    for (int i = 0; i < text.length() - 1; i++) {
      product = NEXT[product * 10 + Digits.at(text, i)];
    }
    return (product + Digits.last(text)) % 10 == 1;
  }

  private static byte[] next() {
    byte[] next = new byte[11 * 10];
    for (int product = 1; product <= 10; product++) {
      for (int digit = 0; digit < 10; digit++) {
        int sum = (product + digit) % 10;
        next[product * 10 + digit] = (byte) (2 * (sum == 0 ? 10 : sum) % 11);
      }
    }
    return next;
  }

  /** MOD 11-2: digits, and a check character that is a digit or X. */
  public static boolean mod112(Compact text) {
    int last = text.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum = 2 * (sum + Digits.at(text, i)) % 11;
    }
    int check = text.charAt(last) == 'X' ? 10 : Digits.at(text, last);
    return (sum + check) % 11 == 1;
  }

  /** MOD 97-10 as ISO 13616 uses it: the first four characters are read last. */
  public static boolean mod9710(Compact text) {
    int remainder = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = Digits.base36(text.charAt((i + 4) % text.length()));
      remainder = ((value < 10 ? 10 : 100) * remainder + value) % 97;
    }
    return remainder == 1;
  }
}
