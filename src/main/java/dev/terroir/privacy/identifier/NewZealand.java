package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** New Zealand. */
final class NewZealand {

  static final Map<String, Check> CHECKS =
      Map.of("nz_ird", NewZealand::ird, "nz_nhi", NewZealand::nhi);

  private static final int[] IRD_FIRST = {3, 2, 7, 6, 5, 4, 3, 2};
  private static final int[] IRD_SECOND = {7, 4, 3, 2, 5, 2, 7, 6};
  private static final String NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private NewZealand() {}

  private static boolean ird(Compact s) {
    if (!s.isNumber(8) && !s.isNumber(9)) {
      return false;
    }
    long number = Digits.number(s, 0, s.length());
    if (number <= 10_000_000 || number >= 150_000_000) {
      return false;
    }
    int first = irdDigit(s, IRD_FIRST);
    return (first < 10 ? first : irdDigit(s, IRD_SECOND)) == Digits.last(s);
  }

  private static int irdDigit(Compact s, int[] weights) {
    int sum = 0;
    for (int i = s.length() - 2, place = 7; i >= 0; i--, place--) {
      sum += weights[place] * Digits.at(s, i);
    }
    return Math.floorMod(-sum, 11);
  }

  /** HISO 10046: the old form ends in a digit, the new one in a letter; I and O are not used. */
  private static boolean nhi(Compact s) {
    boolean old = Shape.fits(s, "@@@####");
    if (!old && !Shape.fits(s, "@@@##@@")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 7; i++) {
      int value = nhiValue(s.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += i < 6 ? (7 - i) * value : 0;
    }
    int check = old ? 11 - sum % 11 : 23 - sum % 23;
    return old ? check < 11 && check % 10 == Digits.last(s) : check == nhiValue(s.charAt(6));
  }

  private static int nhiValue(char c) {
    if (Shape.isDigit(c)) {
      return c - '0';
    }
    int letter = NHI_LETTERS.indexOf(c);
    return letter < 0 ? -1 : letter + 1;
  }
}
