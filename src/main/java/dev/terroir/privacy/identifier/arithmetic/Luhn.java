package dev.terroir.privacy.identifier.arithmetic;

/** The algorithm of ISO/IEC 7812-1 annex B, and its relatives for letters. */
public final class Luhn {

  private Luhn() {}

  /** Whether the digits from {@code from} on end in their check digit. */
  public static boolean holds(Compact text, int from) {
    return sum(text, from, 10) % 10 == 0;
  }

  /** The same over the 36 digits and letters, as in the GSTIN. */
  public static boolean holdsBase36(Compact text) {
    return sum(text, 0, 36) % 36 == 0;
  }

  /** The sum in which every second place from the right, not the last one, counts twice. */
  public static int sum(Compact text, int from, int radix) {
    int sum = 0;
    boolean twice = false;
    for (int i = text.length() - 1; i >= from; i--) {
      int value = Digits.base36(text.charAt(i));
      int term = twice ? 2 * value : value;
      sum += term / radix + term % radix;
      twice = !twice;
    }
    return sum;
  }
}
