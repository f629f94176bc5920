package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.identifier.arithmetic.Iso7064;
import dev.terroir.privacy.identifier.arithmetic.Luhn;
import dev.terroir.privacy.identifier.arithmetic.Shape;
import java.util.Map;

/** What banks, makers of telephones and ICAO give out everywhere. */
final class Worldwide {

  static final Map<String, Check> CHECKS =
      Map.of(
          "iban", Worldwide::iban,
          "card", Worldwide::card,
          "imei", s -> s.isNumber(15) && Luhn.holds(s, 0),
          "mrz_doc", Worldwide::travelDocument);

  /** Countries and their lengths, after release 101 of the registry of ISO 13616. */
  private static final String IBAN_LENGTHS =
      "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24"
          + "FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28"
          + "LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25"
          + "QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

  private static final int LETTERS = 26;
  private static final byte[] LENGTHS = lengths();

  private Worldwide() {}

  /** Check digits are 02 to 98. */
  private static boolean iban(Compact s) {
    if (s.length() < 15 || s.length() != ibanLength(s.charAt(0), s.charAt(1))) {
      return false;
    }
    for (int i = 2; i < s.length(); i++) {
      if (!Shape.isDigit(s.charAt(i)) && (i < 4 || !Shape.isLetter(s.charAt(i)))) {
        return false;
      }
    }
    return Digits.pair(s, 2) >= 2 && Digits.pair(s, 2) <= 98 && Iso7064.mod9710(s);
  }

  private static int ibanLength(char first, char second) {
    return Shape.isLetter(first) && Shape.isLetter(second)
        ? LENGTHS[(first - 'A') * LETTERS + second - 'A']
        : 0;
  }

  private static byte[] lengths() {
    byte[] lengths = new byte[LETTERS * LETTERS];
    for (int i = 0; i < IBAN_LENGTHS.length(); i += 4) {
      int country = (IBAN_LENGTHS.charAt(i) - 'A') * LETTERS + IBAN_LENGTHS.charAt(i + 1) - 'A';
      lengths[country] = (byte) Integer.parseInt(IBAN_LENGTHS, i + 2, i + 4, 10);
    }
    return lengths;
  }

  /** No network of payment cards begins with 0. */
  private static boolean card(Compact s) {
    return s.length() >= 13
        && s.length() <= 19
        && s.isNumber(s.length())
        && s.charAt(0) != '0'
        && Luhn.holds(s, 0);
  }

  /** Fillers at the end of a short number count nothing, and a compact match has none. */
  private static boolean travelDocument(Compact s) {
    if (s.length() < 6 || s.length() > 10 || !Shape.isDigit(s.charAt(s.length() - 1))) {
      return false;
    }
    for (int i = 0; i < s.length(); i++) {
      if (!Shape.isDigit(s.charAt(i)) && !Shape.isLetter(s.charAt(i))) {
        return false;
      }
    }
    return s.isVaried() && documentSum(s) % 10 == Digits.last(s);
  }

  /** The sum of ICAO 9303 over all but the last character: weights 7, 3, 1. */
  static int documentSum(Compact s) {
    int sum = 0;
    for (int i = 0; i < s.length() - 1; i++) {
      int weight = i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1;
      sum += weight * Digits.base36(s.charAt(i));
    }
    return sum;
  }
}
