package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Iso7064;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Germany, Austria, Switzerland. */
final class CentralEurope {

  static final Map<String, Check> CHECKS =
      Map.of(
          "de_steuerid", CentralEurope::steuerId,
          "de_rvnr", CentralEurope::rentenversicherung,
          "de_kvnr", CentralEurope::krankenversicherung,
          "de_ausweis", CentralEurope::ausweis,
          "at_svnr", CentralEurope::sozialversicherung,
          "ch_ahv", CentralEurope::ahv);

  private static final String SERIAL_LETTERS = "CFGHJKLMNPRTVWXYZ";
  private static final int[] RVNR = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
  private static final int[] SVNR = {3, 7, 9, 0, 5, 8, 4, 2, 1, 6};
  private static final int[] EAN = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1};

  private CentralEurope() {}

  private static boolean steuerId(Compact s) {
    return s.isNumber(11)
        && s.charAt(0) != '0'
        && oneDigitComesTwoOrThreeTimes(s)
        && Iso7064.mod1110(s);
  }

  /** Counts the first ten digits, four bits for each. */
  private static boolean oneDigitComesTwoOrThreeTimes(Compact s) {
    long counts = 0;
    for (int i = 0; i < 10; i++) {
      counts += 1L << (4 * Digits.at(s, i));
    }
    int repeated = 0;
    for (int digit = 0; digit < 10; digit++) {
      int count = (int) (counts >> (4 * digit)) & 15;
      if (count > 3) {
        return false;
      }
      repeated += count > 1 ? 1 : 0;
    }
    return repeated == 1;
  }

  /** Where the numbers of a birthday are used up, 50 is added to the day; 00 is not known. */
  private static boolean rentenversicherung(Compact s) {
    return Shape.fits(s, "########@###")
        && Digits.pair(s, 2) % 50 <= 31
        && Digits.pair(s, 4) <= 12
        && letterSum(s, 8, RVNR) % 10 == Digits.last(s);
  }

  private static boolean krankenversicherung(Compact s) {
    return Shape.fits(s, "@#########") && insuredSum(s) % 10 == Digits.last(s);
  }

  /** The letter as two digits; weights 1 and 2 in turns; sums of digits. */
  private static int insuredSum(Compact s) {
    int letter = s.charAt(0) - 'A' + 1;
    int sum = letter / 10 + Digits.cross(2 * (letter % 10));
    for (int i = 1; i < 9; i++) {
      sum += Digits.cross((i % 2 == 0 ? 2 : 1) * Digits.at(s, i));
    }
    return sum;
  }

  /** Sums of digits, where the letter at {@code at} counts as two digits. */
  private static int letterSum(Compact s, int at, int[] weights) {
    int sum = 0;
    int place = 0;
    for (int i = 0; place < weights.length; i++) {
      if (i == at) {
        int letter = s.charAt(i) - 'A' + 1;
        sum += Digits.cross(weights[place++] * (letter / 10));
        sum += Digits.cross(weights[place++] * (letter % 10));
      } else {
        sum += Digits.cross(weights[place++] * Digits.at(s, i));
      }
    }
    return sum;
  }

  private static boolean ausweis(Compact s) {
    return Shape.fits(s, "@********#")
        && Shape.isAmong(s.charAt(0), SERIAL_LETTERS)
        && Shape.areAmong(s, 1, 9, "0123456789" + SERIAL_LETTERS)
        && Worldwide.documentSum(s) % 10 == Digits.last(s);
  }

  /** The month is 13 and above where the numbers of a birthday are used up. */
  private static boolean sozialversicherung(Compact s) {
    return s.isNumber(10)
        && s.charAt(0) != '0'
        && Digits.pair(s, 4) >= 1
        && Digits.pair(s, 4) <= 31
        && Digits.pair(s, 6) >= 1
        && Digits.pair(s, 6) <= 15
        && Digits.weighted(s, SVNR) % 11 == Digits.at(s, 3);
  }

  private static boolean ahv(Compact s) {
    return Shape.fits(s, "756##########") && Digits.weighted(s, EAN) % 10 == 0;
  }
}
