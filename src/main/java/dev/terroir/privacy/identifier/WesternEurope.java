package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** France, the United Kingdom, Ireland, the Netherlands, Belgium. */
final class WesternEurope {

  static final Map<String, Check> CHECKS =
      Map.of(
          "fr_nir", WesternEurope::nir,
          "fr_spi", WesternEurope::spi,
          "gb_nhs", WesternEurope::nhs,
          "gb_nino", WesternEurope::nino,
          "gb_utr", WesternEurope::utr,
          "ie_pps", WesternEurope::pps,
          "nl_bsn", WesternEurope::bsn,
          "be_nn", WesternEurope::rijksregister);

  private static final int[] NHS = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  private static final int[] UTR = {0, 6, 7, 8, 9, 10, 5, 4, 3, 2};
  private static final int[] PPS = {8, 7, 6, 5, 4, 3, 2};
  private static final int[] BSN = {9, 8, 7, 6, 5, 4, 3, 2, -1};
  private static final String PPS_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

  private WesternEurope() {}

  private static boolean nir(Compact s) {
    boolean corsican = Shape.fits(s, "#####2@########") && Shape.isAmong(s.charAt(6), "AB");
    if (!corsican && !s.isNumber(15)) {
      return false;
    }
    return Shape.isAmong(s.charAt(0), "123478")
        && isMonthOfNir(Digits.pair(s, 3))
        && 97 - nirNumber(s) % 97 == Digits.pair(s, 13);
  }

  /** Births whose month is not known have other numbers there. */
  private static boolean isMonthOfNir(int month) {
    return (month >= 1 && month <= 12)
        || month == 20
        || (month >= 30 && month <= 42)
        || month >= 50;
  }

  private static long nirNumber(Compact s) {
    long department =
        switch (s.charAt(6)) {
          case 'A' -> 19;
          case 'B' -> 18;
          default -> Digits.pair(s, 5);
        };
    return Digits.number(s, 0, 5) * 100_000_000L
        + department * 1_000_000L
        + Digits.number(s, 7, 13);
  }

  private static boolean spi(Compact s) {
    return s.isNumber(13)
        && s.charAt(0) <= '3'
        && Digits.number(s, 0, 10) % 511 == Digits.number(s, 10, 13);
  }

  private static boolean nhs(Compact s) {
    return s.isNumber(10) && Digits.weighted(s, NHS) % 11 == 0;
  }

  /** HMRC NIM39110: letters and prefixes that are not given out. */
  private static boolean nino(Compact s) {
    return Shape.fits(s, "@@######@")
        && !Shape.areAmong(s, 0, 1, "DFIQUV")
        && !Shape.areAmong(s, 1, 2, "DFIOQUV")
        && !isForbiddenPrefix(s.charAt(0), s.charAt(1))
        && s.charAt(8) <= 'D';
  }

  private static boolean isForbiddenPrefix(char first, char second) {
    return switch (first) {
      case 'B' -> second == 'G';
      case 'G' -> second == 'B';
      case 'K' -> second == 'N';
      case 'N' -> second == 'K' || second == 'T';
      case 'T' -> second == 'N';
      case 'Z' -> second == 'Z';
      default -> false;
    };
  }

  private static boolean utr(Compact s) {
    return s.isNumber(10) && s.charAt(0) == "21987654321".charAt(Digits.weighted(s, UTR) % 11);
  }

  /** A second letter of W, T or X is of the old form and does not count. */
  private static boolean pps(Compact s) {
    if (!Shape.fits(s, "#######@") && !Shape.fits(s, "#######@@")) {
      return false;
    }
    int sum = Digits.weighted(s, PPS);
    if (s.length() == 9) {
      if (!Shape.isAmong(s.charAt(8), "ABHWTX")) {
        return false;
      }
      sum += Shape.isAmong(s.charAt(8), "ABH") ? 9 * (s.charAt(8) - 'A' + 1) : 0;
    }
    return s.charAt(7) == PPS_LETTERS.charAt(sum % 23);
  }

  private static boolean bsn(Compact s) {
    return s.isNumber(9) && Digits.weighted(s, BSN) % 11 == 0;
  }

  /** A 2 stands before the number of whoever was born from 2000 on. */
  private static boolean rijksregister(Compact s) {
    if (!s.isNumber(11) || !isBelgianMonth(Digits.pair(s, 2))) {
      return false;
    }
    long number = Digits.number(s, 0, 9);
    int check = Digits.pair(s, 9);
    return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
  }

  /** BIS numbers add 20 or 40. Month 00, and days that do not exist, stand for unknown dates. */
  private static boolean isBelgianMonth(int month) {
    return month <= 52 && month % 20 <= 12;
  }
}
