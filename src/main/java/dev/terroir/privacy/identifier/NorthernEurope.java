package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Sweden, Finland, Norway, Denmark, Iceland, Estonia, Lithuania. */
final class NorthernEurope {

  static final Map<String, Check> CHECKS =
      Map.of(
          "se_pnr", NorthernEurope::personnummer,
          "fi_hetu", NorthernEurope::hetu,
          "no_fnr", NorthernEurope::fodselsnummer,
          "dk_date", NorthernEurope::isDanish,
          "dk_cpr", NorthernEurope::cpr,
          "is_date", NorthernEurope::isIcelandic,
          "is_kt", NorthernEurope::kennitala,
          "ee_lt", NorthernEurope::isikukood);

  private static final String HETU_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final int[] FNR_FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  private static final int[] FNR_SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int[] CPR = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int[] KENNITALA = {3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int[] BALTIC_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
  private static final int[] BALTIC_SECOND = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};

  private NorthernEurope() {}

  /** Samordningsnummer add 60 to the day. */
  private static boolean personnummer(Compact s) {
    boolean full = s.isNumber(12);
    if (!full && !s.isNumber(10)) {
      return false;
    }
    int from = full ? 2 : 0;
    int day = Digits.pair(s, from + 4);
    return (!full || (Digits.pair(s, 0) >= 18 && Digits.pair(s, 0) <= 20))
        && CalendarDate.exists(
            (full ? 100 * Digits.pair(s, 0) : 2000) + Digits.pair(s, from),
            Digits.pair(s, from + 2),
            day > 60 ? day - 60 : day)
        && Luhn.holds(s, from);
  }

  /** The century signs + and - are no letters or digits: without one, it is 18 or 19. */
  private static boolean hetu(Compact s) {
    boolean signed = Shape.fits(s, "######@###*");
    if (!signed && !Shape.fits(s, "#########*")) {
      return false;
    }
    int century = signed ? finnishCentury(s.charAt(6)) : 1900;
    long serial = Digits.number(s, signed ? 7 : 6, signed ? 10 : 9);
    long number = Digits.number(s, 0, 6) * 1000 + serial;
    return century > 0
        && serial >= 2
        && CalendarDate.exists(century + Digits.pair(s, 4), Digits.pair(s, 2), Digits.pair(s, 0))
        && s.charAt(s.length() - 1) == HETU_CHARACTERS.charAt((int) (number % 31));
  }

  private static int finnishCentury(char sign) {
    if (sign <= 'F') {
      return 2000;
    }
    return sign >= 'U' && sign <= 'Y' ? 1900 : 0;
  }

  /** D numbers add 40 to the day, H numbers 40 to the month. */
  private static boolean fodselsnummer(Compact s) {
    if (!s.isNumber(11)
        || Digits.weighted(s, FNR_FIRST) % 11 != 0
        || Digits.weighted(s, FNR_SECOND) % 11 != 0) {
      return false;
    }
    int day = Digits.pair(s, 0);
    int month = Digits.pair(s, 2);
    int century = norwegianCentury(Digits.pair(s, 4), (int) Digits.number(s, 6, 9));
    return century > 0
        && CalendarDate.exists(
            century + Digits.pair(s, 4),
            month > 40 ? month - 40 : month,
            day > 40 ? day - 40 : day);
  }

  private static int norwegianCentury(int year, int individual) {
    if (individual < 500) {
      return 1900;
    }
    if (individual < 750 && year >= 54) {
      return 1800;
    }
    if (year < 40) {
      return 2000;
    }
    return individual >= 900 ? 1900 : 0;
  }

  private static boolean cpr(Compact s) {
    return isDanish(s) && Digits.weighted(s, CPR) % 11 == 0;
  }

  private static boolean kennitala(Compact s) {
    return isIcelandic(s) && Digits.weighted(s, KENNITALA) % 11 == 0;
  }

  private static boolean isDanish(Compact s) {
    if (!s.isNumber(10)) {
      return false;
    }
    int year = Digits.pair(s, 4);
    return CalendarDate.exists(
        danishCentury(year, Digits.at(s, 6)) + year, Digits.pair(s, 2), Digits.pair(s, 0));
  }

  private static int danishCentury(int year, int seventh) {
    if (seventh < 4) {
      return 1900;
    }
    if (seventh == 4 || seventh == 9) {
      return year < 37 ? 2000 : 1900;
    }
    return year < 58 ? 2000 : 1800;
  }

  /** Organisations add 40 to the day; a few were registered on days that do not exist. */
  private static boolean isIcelandic(Compact s) {
    if (!s.isNumber(10) || !Shape.isAmong(s.charAt(9), "890")) {
      return false;
    }
    int day = Digits.pair(s, 0);
    int month = Digits.pair(s, 2);
    if (day > 40) {
      return day <= 71 && month >= 1 && month <= 12;
    }
    int century = s.charAt(9) == '0' ? 2000 : 1000 + 100 * Digits.at(s, 9);
    return CalendarDate.exists(century + Digits.pair(s, 4), month, day);
  }

  private static boolean isikukood(Compact s) {
    if (!s.isNumber(11) || !Shape.isAmong(s.charAt(0), "12345678")) {
      return false;
    }
    int year = 1800 + (Digits.at(s, 0) - 1) / 2 * 100 + Digits.pair(s, 1);
    return CalendarDate.exists(year, Digits.pair(s, 3), Digits.pair(s, 5))
        && balticDigit(s) == Digits.last(s);
  }

  private static int balticDigit(Compact s) {
    int first = Digits.weighted(s, BALTIC_FIRST) % 11;
    return first < 10 ? first : Digits.weighted(s, BALTIC_SECOND) % 11 % 10;
  }
}
