package dev.terroir.privacy.identifier.arithmetic;

/** The check digit of J. Verhoeff (1969), over the dihedral group of order ten. */
public final class Verhoeff {

  private static final String[] PRODUCT = {
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
  };

  private static final String[] PERMUTATION = {
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258"
  };

  private Verhoeff() {}

  /** Whether digits end in their check digit. */
  public static boolean holds(Compact text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Digits.at(text, text.length() - 1 - i);
      sum = PRODUCT[sum].charAt(PERMUTATION[i % 8].charAt(digit) - '0') - '0';
    }
    return sum == 0;
  }
}
