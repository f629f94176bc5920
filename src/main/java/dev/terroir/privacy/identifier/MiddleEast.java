package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** The United Arab Emirates, Saudi Arabia, Qatar, Israel, Turkey. */
final class MiddleEast {

  static final Map<String, Check> CHECKS =
      Map.of(
          "ae_year", MiddleEast::isEmirati,
          "ae_eid", s -> isEmirati(s) && Luhn.holds(s, 0),
          "sa_id", MiddleEast::saudi,
          "qa_qid", MiddleEast::qatari,
          "il_id", MiddleEast::israeli,
          "tr_tckn", MiddleEast::turkish);

  private MiddleEast() {}

  private static boolean isEmirati(Compact s) {
    return Shape.fits(s, "78419##########") || Shape.fits(s, "78420##########");
  }

  private static boolean saudi(Compact s) {
    return s.isNumber(10) && Shape.isAmong(s.charAt(0), "12") && Luhn.holds(s, 0);
  }

  private static boolean qatari(Compact s) {
    return s.isNumber(11) && Shape.isAmong(s.charAt(0), "23") && Digits.number(s, 3, 6) > 0;
  }

  /** Leading zeros may be left out. */
  private static boolean israeli(Compact s) {
    return s.length() >= 5 && s.length() <= 9 && s.isNumber(s.length()) && Luhn.holds(s, 0);
  }

  private static boolean turkish(Compact s) {
    if (!s.isNumber(11) || s.charAt(0) == '0') {
      return false;
    }
    int odd = 0;
    int even = 0;
    for (int i = 0; i < 9; i += 2) {
      odd += Digits.at(s, i);
      even += i < 8 ? Digits.at(s, i + 1) : 0;
    }
    int tenth = Math.floorMod(7 * odd - even, 10);
    return tenth == Digits.at(s, 9) && (odd + even + tenth) % 10 == Digits.last(s);
  }
}
