package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** The United States, Canada, Mexico. */
final class NorthAmerica {

  static final Map<String, Check> CHECKS =
      Map.of(
          "us_ssn", NorthAmerica::ssn,
          "us_itin", NorthAmerica::itin,
          "us_mbi", NorthAmerica::mbi,
          "us_npi", NorthAmerica::npi,
          "ca_sin", NorthAmerica::sin,
          "mx_curp", NorthAmerica::curp);

  private static final String MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY";
  private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";

  /** What the issuer 80840 adds to the sum of a card number that a provider's number ends. */
  private static final int NPI_PREFIX = 24;

  private static final String MEXICAN_STATES =
      "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ"
          + " YN ZS";

  private NorthAmerica() {}

  /** Numbers never given out, and those voided because they were printed. */
  private static boolean ssn(Compact s) {
    return s.isNumber(9)
        && s.charAt(0) != '9'
        && !s.startsWith("000")
        && !s.startsWith("666")
        && Digits.pair(s, 3) != 0
        && !s.endsWith("0000")
        && !s.startsWith("078051120")
        && !s.startsWith("219099999")
        && !s.startsWith("457555462");
  }

  private static boolean itin(Compact s) {
    return s.isNumber(9) && s.charAt(0) == '9' && isItinGroup(Digits.pair(s, 3));
  }

  private static boolean isItinGroup(int group) {
    return (group >= 50 && group <= 65)
        || (group >= 70 && group <= 88)
        || (group >= 90 && group != 93);
  }

  private static boolean mbi(Compact s) {
    return Shape.fits(s, "#@*#@*#@@##")
        && s.charAt(0) != '0'
        && Shape.areAmong(s, 0, 11, "0123456789" + MBI_LETTERS);
  }

  private static boolean npi(Compact s) {
    return s.isNumber(10)
        && Shape.isAmong(s.charAt(0), "12")
        && (NPI_PREFIX + Luhn.sum(s, 0, 10)) % 10 == 0;
  }

  /** 0 is never given out, and 8 begins the numbers of firms. */
  private static boolean sin(Compact s) {
    return s.isNumber(9) && !Shape.isAmong(s.charAt(0), "08") && Luhn.holds(s, 0);
  }

  /** The place before the last is a digit for whoever was born before 2000. */
  private static boolean curp(Compact s) {
    if (!Shape.fits(s, "@@@@######@@@@@@*#")) {
      return false;
    }
    int century = Shape.isDigit(s.charAt(16)) ? 1900 : 2000;
    return Shape.isAmong(s.charAt(1), "AEIOUX")
        && Shape.isAmong(s.charAt(10), "HMX")
        && isMexicanState(s.charAt(11), s.charAt(12))
        && Shape.areAmong(s, 13, 16, CONSONANTS)
        && CalendarDate.exists(century + Digits.pair(s, 4), Digits.pair(s, 6), Digits.pair(s, 8))
        && curpSum(s) % 10 == 0;
  }

  private static boolean isMexicanState(char first, char second) {
    for (int i = 0; i < MEXICAN_STATES.length(); i += 3) {
      if (MEXICAN_STATES.charAt(i) == first && MEXICAN_STATES.charAt(i + 1) == second) {
        return true;
      }
    }
    return false;
  }

  /** Ñ stands between N and O, so that letters from O on count one more. */
  private static int curpSum(Compact s) {
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      char c = s.charAt(i);
      sum += (18 - i) * (Digits.base36(c) + (c > 'N' ? 1 : 0));
    }
    return sum;
  }
}
