package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** South Africa, Nigeria, Kenya, Egypt. */
final class Africa {

  static final Map<String, Check> CHECKS =
      Map.of(
          "za_id", Africa::southAfrican,
          "ng_nin", s -> s.isNumber(11),
          "ng_bvn", s -> s.isNumber(11) && s.startsWith("22"),
          "ke_pin", s -> Shape.fits(s, "A#########@") || Shape.fits(s, "P#########@"),
          "ke_id", s -> Shape.fits(s, "#######") || Shape.fits(s, "########"),
          "eg_nid", Africa::egyptian);

  private Africa() {}

  /** The eleventh digit: citizen, resident, refugee. */
  private static boolean southAfrican(Compact s) {
    return s.isNumber(13)
        && s.charAt(10) <= '2'
        && CalendarDate.existsInSomeCentury(Digits.pair(s, 0), Digits.pair(s, 2), Digits.pair(s, 4))
        && Luhn.holds(s, 0);
  }

  private static boolean egyptian(Compact s) {
    return s.isNumber(14)
        && Shape.isAmong(s.charAt(0), "23")
        && CalendarDate.exists(
            1700 + 100 * Digits.at(s, 0) + Digits.pair(s, 1), Digits.pair(s, 3), Digits.pair(s, 5))
        && isGovernorate(Digits.pair(s, 7));
  }

  /** 88 is abroad. */
  private static boolean isGovernorate(int governorate) {
    return (governorate >= 1 && governorate <= 35) || governorate == 88;
  }
}
