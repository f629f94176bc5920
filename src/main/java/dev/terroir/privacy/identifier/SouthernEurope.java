package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Italy, Spain, Portugal, Greece. */
final class SouthernEurope {

  static final Map<String, Check> CHECKS =
      Map.of(
          "it_cf", SouthernEurope::codiceFiscale,
          "es_dni", SouthernEurope::dni,
          "es_nie", SouthernEurope::nie,
          "es_nss", SouthernEurope::nss,
          "pt_nif", SouthernEurope::nif,
          "gr_amka", SouthernEurope::amka,
          "gr_afm", SouthernEurope::afm);

  /** What characters in odd places count (DM 23.12.1976), from 0 and from A on. */
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private static final String OMOCODIA = "LMNPQRSTUV";
  private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";
  private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] NIF = {9, 8, 7, 6, 5, 4, 3, 2};
  private static final int[] AFM = {256, 128, 64, 32, 16, 8, 4, 2};

  private SouthernEurope() {}

  private static boolean codiceFiscale(Compact s) {
    return Shape.fits(s, "@@@@@@**@**@***@")
        && isItalianNumber(s, 6, 8)
        && isItalianNumber(s, 9, 11)
        && isItalianNumber(s, 12, 15)
        && isItalianDate(s)
        && s.charAt(15) - 'A' == italianSum(s) % 26;
  }

  /** Two persons with the same code get letters for digits (omocodia). */
  private static boolean isItalianNumber(Compact s, int from, int to) {
    return Shape.areAmong(s, from, to, "0123456789" + OMOCODIA);
  }

  private static int italianDigit(char c) {
    return Shape.isDigit(c) ? c - '0' : OMOCODIA.indexOf(c);
  }

  private static boolean isItalianDate(Compact s) {
    int year = 10 * italianDigit(s.charAt(6)) + italianDigit(s.charAt(7));
    int month = ITALIAN_MONTHS.indexOf(s.charAt(8)) + 1;
    int day = 10 * italianDigit(s.charAt(9)) + italianDigit(s.charAt(10));
    return CalendarDate.existsInSomeCentury(year, month, day > 40 ? day - 40 : day);
  }

  private static int italianSum(Compact s) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = s.charAt(i);
      int value = Shape.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    return sum;
  }

  private static boolean dni(Compact s) {
    return Shape.fits(s, "########@") && spanishLetter(Digits.number(s, 0, 8)) == s.charAt(8);
  }

  private static boolean nie(Compact s) {
    return Shape.fits(s, "@#######@")
        && s.charAt(0) >= 'X'
        && spanishLetter((s.charAt(0) - 'X') * 10_000_000L + Digits.number(s, 1, 8)) == s.charAt(8);
  }

  private static char spanishLetter(long number) {
    return SPANISH_LETTERS.charAt((int) (number % 23));
  }

  /** Numbers below ten million have one place less, which changes the power of the province. */
  private static boolean nss(Compact s) {
    if (!s.isNumber(12)) {
      return false;
    }
    long province = Digits.pair(s, 0);
    long number = Digits.number(s, 2, 10);
    long power = number < 10_000_000 ? 10_000_000 : 100_000_000;
    return (province * power + number) % 97 == Digits.pair(s, 10);
  }

  private static boolean nif(Compact s) {
    return s.isNumber(9)
        && Shape.isAmong(s.charAt(0), "1235689")
        && Math.floorMod(-Digits.weighted(s, NIF), 11) % 10 == Digits.last(s);
  }

  private static boolean amka(Compact s) {
    return s.isNumber(11)
        && CalendarDate.existsInSomeCentury(Digits.pair(s, 4), Digits.pair(s, 2), Digits.pair(s, 0))
        && Luhn.holds(s, 0);
  }

  private static boolean afm(Compact s) {
    return s.isNumber(9) && Digits.weighted(s, AFM) % 11 % 10 == Digits.last(s);
  }
}
