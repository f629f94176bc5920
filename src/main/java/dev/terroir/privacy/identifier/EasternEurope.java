package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Iso7064;
import java.util.Map;

/** From Poland to Kazakhstan. */
final class EasternEurope {

  static final Map<String, Check> CHECKS =
      Map.of(
          "pl_pesel", EasternEurope::pesel,
          "cz_rc", EasternEurope::rodneCislo,
          "ro_cnp", EasternEurope::cnp,
          "bg_egn", EasternEurope::egn,
          "hr_oib", s -> s.isNumber(11) && Iso7064.mod1110(s),
          "hu_taj", EasternEurope::taj,
          "ru_inn", EasternEurope::inn,
          "ru_snils", EasternEurope::snils,
          "ua_rnokpp", EasternEurope::rnokpp,
          "kz_iin", EasternEurope::iin);

  private static final int[] PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
  private static final int[] CNP = {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9};
  private static final int[] EGN = {2, 4, 8, 5, 10, 9, 7, 3, 6};
  private static final int[] TAJ = {3, 7, 3, 7, 3, 7, 3, 7};
  private static final int[] INN_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  private static final int[] INN_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  private static final int[] SNILS = {9, 8, 7, 6, 5, 4, 3, 2, 1};
  private static final int[] RNOKPP = {-1, 5, 7, 9, 4, 6, 10, 5, 7};
  private static final int[] IIN_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  private static final int[] IIN_SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

  private EasternEurope() {}

  /** The month tells the century: 80 is added for 18.., 20 for 20.., and so on. */
  private static boolean pesel(Compact s) {
    if (!s.isNumber(11)) {
      return false;
    }
    int month = Digits.pair(s, 2);
    int century = month > 80 ? 1800 : 1900 + 100 * (month / 20);
    return CalendarDate.exists(century + Digits.pair(s, 0), month % 20, Digits.pair(s, 4))
        && Digits.weighted(s, PESEL) % 10 == 0;
  }

  /** Women add 50 to the month; since 2004, 20 is added where a day's numbers are used up. */
  private static boolean rodneCislo(Compact s) {
    if (!s.isNumber(10)) {
      return false;
    }
    int year = Digits.pair(s, 0);
    return CalendarDate.exists(
            (year < 54 ? 2000 : 1900) + year, Digits.pair(s, 2) % 50 % 20, Digits.pair(s, 4))
        && Digits.number(s, 0, 9) % 11 % 10 == Digits.last(s);
  }

  private static boolean cnp(Compact s) {
    if (!s.isNumber(13) || s.charAt(0) == '0') {
      return false;
    }
    int check = Digits.weighted(s, CNP) % 11;
    return CalendarDate.exists(
            romanianCentury(s.charAt(0)) + Digits.pair(s, 1), Digits.pair(s, 3), Digits.pair(s, 5))
        && isRomanianCounty(Digits.pair(s, 7))
        && (check == 10 ? 1 : check) == Digits.last(s);
  }

  /** From 7 on it is a foreigner, born in any century; only 2000 has every day. */
  private static int romanianCentury(char first) {
    return switch (first) {
      case '1', '2' -> 1900;
      case '3', '4' -> 1800;
      default -> 2000;
    };
  }

  private static boolean isRomanianCounty(int county) {
    return (county >= 1 && county <= 48)
        || county == 51
        || county == 52
        || county == 70
        || (county >= 80 && county <= 83);
  }

  private static boolean egn(Compact s) {
    if (!s.isNumber(10)) {
      return false;
    }
    int month = Digits.pair(s, 2);
    int shift = month > 40 ? 40 : month > 20 ? 20 : 0;
    int century = shift == 40 ? 2000 : shift == 20 ? 1800 : 1900;
    return CalendarDate.exists(century + Digits.pair(s, 0), month - shift, Digits.pair(s, 4))
        && Digits.weighted(s, EGN) % 11 % 10 == Digits.last(s);
  }

  private static boolean taj(Compact s) {
    return s.isNumber(9) && Digits.weighted(s, TAJ) % 10 == Digits.last(s);
  }

  private static boolean inn(Compact s) {
    return s.isNumber(12)
        && Digits.weighted(s, INN_FIRST) % 11 % 10 == Digits.at(s, 10)
        && Digits.weighted(s, INN_SECOND) % 11 % 10 == Digits.at(s, 11);
  }

  private static boolean snils(Compact s) {
    return s.isNumber(11) && Digits.weighted(s, SNILS) % 101 % 100 == Digits.pair(s, 9);
  }

  private static boolean rnokpp(Compact s) {
    return s.isNumber(10) && Math.floorMod(Digits.weighted(s, RNOKPP), 11) % 10 == Digits.last(s);
  }

  /** The seventh digit tells sex and century; 0 is a foreigner. */
  private static boolean iin(Compact s) {
    if (!s.isNumber(12) || s.charAt(6) > '6') {
      return false;
    }
    int century = s.charAt(6) == '0' ? 2000 : 1800 + (Digits.at(s, 6) - 1) / 2 * 100;
    int first = Digits.weighted(s, IIN_FIRST) % 11;
    int check = first < 10 ? first : Digits.weighted(s, IIN_SECOND) % 11;
    return CalendarDate.exists(century + Digits.pair(s, 0), Digits.pair(s, 2), Digits.pair(s, 4))
        && check == Digits.last(s);
  }
}
