package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Australia. */
final class Australia {

  static final Map<String, Check> CHECKS =
      Map.of("au_tfn", Australia::tfn, "au_medicare", Australia::medicare);

  private static final int[] TFN = {1, 4, 3, 7, 5, 8, 6, 9, 10};
  private static final int[] MEDICARE = {1, 3, 7, 9, 1, 3, 7, 9};

  private Australia() {}

  private static boolean tfn(Compact s) {
    return s.isNumber(9) && Digits.weighted(s, TFN) % 11 == 0;
  }

  /** Ten digits, and an eleventh for a person on the card. */
  private static boolean medicare(Compact s) {
    return (s.isNumber(10) || s.isNumber(11))
        && Shape.isAmong(s.charAt(0), "23456")
        && Digits.weighted(s, MEDICARE) % 10 == Digits.at(s, 8);
  }
}
