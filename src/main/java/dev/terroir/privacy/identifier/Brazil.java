package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** Brazil. */
final class Brazil {

  static final Map<String, Check> CHECKS = Map.of("br_cpf", Brazil::cpf, "br_cnpj", Brazil::cnpj);

  private Brazil() {}

  private static boolean cpf(Compact s) {
    return s.isNumber(11)
        && cpfDigit(s, 9) == Digits.at(s, 9)
        && cpfDigit(s, 10) == Digits.at(s, 10);
  }

  private static int cpfDigit(Compact s, int places) {
    int sum = 0;
    for (int i = 0; i < places; i++) {
      sum += (places + 1 - i) * Digits.at(s, i);
    }
    return sum * 10 % 11 % 10;
  }

  private static boolean cnpj(Compact s) {
    return Shape.fits(s, "************##")
        && s.isVaried()
        && !s.startsWith("000000000000")
        && cnpjDigit(s, 12) == Digits.at(s, 12)
        && cnpjDigit(s, 13) == Digits.at(s, 13);
  }

  /** Letters count their ASCII code less 48, as digits do (IN RFB 2.229/2024). */
  private static int cnpjDigit(Compact s, int places) {
    int sum = 0;
    for (int i = 0; i < places; i++) {
      sum += (2 + (places - 1 - i) % 8) * (s.charAt(i) - '0');
    }
    return sum * 10 % 11 % 10;
  }
}
