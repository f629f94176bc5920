package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Argentina, Chile. */
final class SouthernCone {

  static final Map<String, Check> CHECKS =
      Map.of("ar_cuit", SouthernCone::cuit, "cl_rut", SouthernCone::rut);

  private static final int[] CUIT = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  private SouthernCone() {}

  private static boolean cuit(Compact s) {
    return s.isNumber(11)
        && isArgentinePrefix(Digits.pair(s, 0))
        && "012345678990".charAt(11 - Digits.weighted(s, CUIT) % 11) == s.charAt(10);
  }

  private static boolean isArgentinePrefix(int prefix) {
    return switch (prefix) {
      case 20, 23, 24, 25, 26, 27, 30, 33, 34, 50, 51, 55 -> true;
      default -> false;
    };
  }

  private static boolean rut(Compact s) {
    if (!Shape.fits(s, "########*") && !Shape.fits(s, "#######*")) {
      return false;
    }
    int sum = 0;
    for (int i = s.length() - 2, weight = 2; i >= 0; i--) {
      sum += weight * Digits.at(s, i);
      weight = weight == 7 ? 2 : weight + 1;
    }
    return s.isVaried() && "0K987654321".charAt(sum % 11) == s.charAt(s.length() - 1);
  }
}
