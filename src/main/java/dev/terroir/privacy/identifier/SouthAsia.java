package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import dev.terroir.privacy.identifier.arithmetic.Verhoeff;
import java.util.Map;

/** From India to the Philippines. */
final class SouthAsia {

  static final Map<String, Check> CHECKS =
      Map.of(
          "in_aadhaar", SouthAsia::aadhaar,
          "in_pan", s -> s.length() == 10 && isPan(s, 0),
          "in_gstin", SouthAsia::gstin,
          "sg_nric", SouthAsia::nric,
          "my_nric", SouthAsia::myKad,
          "id_nik", SouthAsia::nik,
          "th_id", SouthAsia::thai,
          "vn_cccd", SouthAsia::cccd,
          "ph_psn", s -> s.isNumber(12) || s.isNumber(16));

  private static final int[] NRIC = {2, 7, 6, 5, 4, 3, 2};
  private static final int[] THAI = {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};

  private SouthAsia() {}

  /** Palindromes are not given out. */
  private static boolean aadhaar(Compact s) {
    return s.isNumber(12) && s.charAt(0) >= '2' && !isPalindrome(s) && Verhoeff.holds(s);
  }

  private static boolean isPalindrome(Compact s) {
    for (int i = 0; i < s.length() / 2; i++) {
      if (s.charAt(i) != s.charAt(s.length() - 1 - i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a PAN begins at {@code from}; its fourth letter is the kind of the holder. */
  private static boolean isPan(Compact s, int from) {
    for (int i = from; i < from + 10; i++) {
      boolean letter = i < from + 5 || i == from + 9;
      if (letter ? !Shape.isLetter(s.charAt(i)) : !Shape.isDigit(s.charAt(i))) {
        return false;
      }
    }
    return Shape.isAmong(s.charAt(from + 3), "ABCFGHJKLPT")
        && Digits.number(s, from + 5, from + 9) > 0;
  }

  private static boolean gstin(Compact s) {
    return Shape.fits(s, "##@@@@@####@*Z*")
        && isIndianState(Digits.pair(s, 0))
        && isPan(s, 2)
        && s.charAt(12) != '0'
        && Luhn.holdsBase36(s);
  }

  private static boolean isIndianState(int state) {
    return (state >= 1 && state <= 38) || state == 97 || state == 99;
  }

  private static boolean nric(Compact s) {
    if (!Shape.fits(s, "@#######@")) {
      return false;
    }
    char prefix = s.charAt(0);
    int sum = 0;
    for (int i = 0; i < NRIC.length; i++) {
      sum += NRIC[i] * Digits.at(s, i + 1);
    }
    return switch (prefix) {
      case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == s.charAt(8);
      case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == s.charAt(8);
      case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == s.charAt(8);
      case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == s.charAt(8);
      case 'M' -> "XWUTRQPNJLK".charAt((sum + 3) % 11) == s.charAt(8);
      default -> false;
    };
  }

  private static boolean myKad(Compact s) {
    return s.isNumber(12)
        && CalendarDate.existsInSomeCentury(Digits.pair(s, 0), Digits.pair(s, 2), Digits.pair(s, 4))
        && isMalaysianBirthplace(Digits.pair(s, 6));
  }

  private static boolean isMalaysianBirthplace(int place) {
    return switch (place) {
      case 0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97 -> false;
      default -> true;
    };
  }

  /** Women add 40 to the day. */
  private static boolean nik(Compact s) {
    if (!s.isNumber(16) || !isIndonesianProvince(Digits.pair(s, 0))) {
      return false;
    }
    int day = Digits.pair(s, 6);
    return CalendarDate.existsInSomeCentury(
            Digits.pair(s, 10), Digits.pair(s, 8), day > 40 ? day - 40 : day)
        && !s.endsWith("0000");
  }

  private static boolean isIndonesianProvince(int province) {
    int place = province % 10;
    return switch (province / 10) {
      case 1 -> place >= 1;
      case 2 -> place == 1;
      case 3 -> place >= 1 && place <= 6;
      case 5 -> place >= 1 && place <= 3;
      case 6 -> place >= 1 && place <= 5;
      case 7 -> place >= 1 && place <= 6;
      case 8 -> place == 1 || place == 2;
      case 9 -> place >= 1 && place <= 7;
      default -> false;
    };
  }

  private static boolean thai(Compact s) {
    return s.isNumber(13)
        && Shape.isAmong(s.charAt(0), "12345678")
        && (11 - Digits.weighted(s, THAI) % 11) % 10 == Digits.last(s);
  }

  private static boolean cccd(Compact s) {
    return s.isNumber(12) && Digits.number(s, 0, 3) >= 1 && Digits.number(s, 0, 3) <= 96;
  }
}
