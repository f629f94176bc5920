package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Iso7064;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Japan, Korea, China, Hong Kong, Taiwan. */
final class EastAsia {

  static final Map<String, Check> CHECKS =
      Map.of(
          "jp_mynumber", EastAsia::myNumber,
          "kr_date", EastAsia::isKorean,
          "kr_rrn", s -> isKorean(s) && koreanDigit(s) == Digits.last(s),
          "cn_ric", EastAsia::residentIdentity,
          "hk_id", EastAsia::hkid,
          "tw_id", EastAsia::taiwanese);

  private static final int[] MY_NUMBER = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  private static final int[] RRN = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

  /** In the order of the numbers from 10 on that they stand for. */
  private static final String TAIWANESE_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

  private EastAsia() {}

  private static boolean myNumber(Compact s) {
    return s.isNumber(12)
        && Math.floorMod(-Digits.weighted(s, MY_NUMBER), 11) % 10 == Digits.last(s);
  }

  private static boolean isKorean(Compact s) {
    if (!s.isNumber(13) || s.charAt(6) == '0') {
      return false;
    }
    int century =
        switch (s.charAt(6)) {
          case '1', '2', '5', '6' -> 1900;
          case '3', '4', '7', '8' -> 2000;
          default -> 1800;
        };
    return CalendarDate.exists(century + Digits.pair(s, 0), Digits.pair(s, 2), Digits.pair(s, 4));
  }

  /** Foreigners, whose seventh digit is 5 to 8, add 2. */
  private static int koreanDigit(Compact s) {
    boolean foreign = s.charAt(6) >= '5' && s.charAt(6) <= '8';
    return ((11 - Digits.weighted(s, RRN) % 11) % 10 + (foreign ? 2 : 0)) % 10;
  }

  private static boolean residentIdentity(Compact s) {
    return (Shape.fits(s, "##################") || Shape.fits(s, "#################X"))
        && isChineseRegion(Digits.pair(s, 0))
        && Digits.pair(s, 6) >= 18
        && Digits.pair(s, 6) <= 21
        && CalendarDate.exists(
            (int) Digits.number(s, 6, 10), Digits.pair(s, 10), Digits.pair(s, 12))
        && Iso7064.mod112(s);
  }

  /** GB/T 2260; 83 are Taiwan residents, and 9 begins the cards of foreign permanent residents. */
  private static boolean isChineseRegion(int region) {
    return switch (region / 10) {
      case 1, 5 -> region % 10 <= 5 && region != 10;
      case 2 -> region % 10 >= 1 && region % 10 <= 3;
      case 3 -> region % 10 >= 1 && region % 10 <= 7;
      case 4 -> region % 10 >= 1 && region % 10 <= 6;
      case 6 -> region % 10 >= 1 && region % 10 <= 5;
      case 7 -> region == 71;
      case 8 -> region >= 81 && region <= 83;
      case 9 -> true;
      default -> false;
    };
  }

  /** One letter or two; a blank before a single letter counts 36. */
  private static boolean hkid(Compact s) {
    boolean two = Shape.fits(s, "@@######*");
    if (!two && !Shape.fits(s, "@######*")) {
      return false;
    }
    char check = s.charAt(s.length() - 1);
    int sum = 9 * (two ? Digits.base36(s.charAt(0)) : 36) + Digits.base36(check);
    for (int i = two ? 1 : 0, weight = 8; weight >= 2; i++, weight--) {
      sum += weight * Digits.base36(s.charAt(i));
    }
    return check <= 'A' && sum % 11 == 0;
  }

  private static boolean taiwanese(Compact s) {
    if (!Shape.fits(s, "@#########") || !Shape.isAmong(s.charAt(1), "1289")) {
      return false;
    }
    int letter = 10 + TAIWANESE_LETTERS.indexOf(s.charAt(0));
    int sum = letter / 10 + 9 * (letter % 10) + Digits.last(s);
    for (int i = 1; i < 9; i++) {
      sum += (9 - i) * Digits.at(s, i);
    }
    return sum % 10 == 0;
  }
}
