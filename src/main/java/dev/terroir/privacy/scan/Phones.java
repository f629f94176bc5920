package dev.terroir.privacy.scan;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.terroir.privacy.scan.Recogniser.Bounds;
import dev.terroir.privacy.scan.Recogniser.Lengths;
import dev.terroir.privacy.scan.Recogniser.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Telephone numbers: international ones anywhere, local ones in the forms of the countries that
 * bind the request, and any number of the right length behind a word for a telephone. Google's
 * libphonenumber has the last word on the first two.
 */
final class Phones {

  private static final String KIND = "phone";
  private static final int FEWEST = 7;
  private static final int MOST = 15;

  private static final String INTERNATIONAL =
      "([+]|00 ?)[1-9][0-9]{0,14}([ ./-]{0,2}[(]?[0-9]{1,8}[)]?){0,6}";
  private static final String LOCAL =
      "[(]?([0-9]{7,15}|[0-9]{2,6}[)]?([ ./-]{1,2}[0-9]{2,8}){1,5})";

  private static final List<String> WORDS =
      List.of(
          "tel",
          "telephone",
          "phone",
          "mobile",
          "cell",
          "fax",
          "whatsapp",
          "call me",
          "telefon",
          "handy",
          "mobil",
          "anrufen",
          "telefono",
          "movil",
          "celular",
          "cellulare",
          "telefone",
          "telemovel",
          "telefoon",
          "puhelin",
          "\u0924\u0947\u0932\u0940",
          "\u092B\u094B\u0928",
          "\u092E\u094B\u092C\u093E\u0907\u0932",
          "\u96FB\u8A71",
          "\u643A\u5E2F",
          "\u7535\u8BDD",
          "\u624B\u673A",
          "\u624B\u6A5F",
          "\uC804\uD654",
          "\uD734\uB300",
          "\u0442\u0435\u043B",
          "\u0647\u0627\u062A\u0641",
          "\u062C\u0648\u0627\u0644",
          "\u0E42\u0E17\u0E23");

  private static final Pattern NORTH_AMERICA =
      Pattern.compile("\\(?[2-9]\\d\\d\\)?[ .-]{1,2}[2-9]\\d\\d[ .-]\\d{4}");
  private static final Pattern INDIA = Pattern.compile("[6-9]\\d{4}[ -]?\\d{5}");
  private static final Pattern CHINA = Pattern.compile("1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}");

  private Phones() {}

  static List<Recogniser> all() {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    return List.of(
        new Recogniser(
            KIND,
            INTERNATIONAL,
            Bounds.WORD,
            Lengths.EACH,
            candidate -> international(numbers, candidate),
            WORDS,
            false,
            0),
        new Recogniser(
            KIND,
            LOCAL,
            Bounds.WORD,
            Lengths.EACH,
            candidate -> local(numbers, candidate),
            WORDS,
            false,
            0),
        new Recogniser(
            KIND, LOCAL, Bounds.WORD, Lengths.LONGEST, Phones::announced, WORDS, true, 0));
  }

  /** Once the allowance is used up the form is enough: doubt protects. */
  private static Span international(PhoneNumberUtil numbers, Candidate candidate) {
    if (!hasPhonesLength(candidate)) {
      return Span.NONE;
    }
    String digits = candidate.folded();
    String plain = digits.startsWith("00") ? "+" + digits.substring(2).strip() : digits;
    return !candidate.costly().take() || isValid(numbers, plain, "ZZ")
        ? candidate.span()
        : Span.NONE;
  }

  private static Span local(PhoneNumberUtil numbers, Candidate candidate) {
    for (String region : candidate.regions()) {
      if (looksLocal(candidate, region)
          && hasPhonesLength(candidate)
          && (!candidate.costly().take() || isValid(numbers, candidate.folded(), region))) {
        return candidate.span();
      }
    }
    return Span.NONE;
  }

  /** Numbers that are written without any of these signs are told only by a word beside them. */
  private static boolean looksLocal(Candidate candidate, String region) {
    return switch (region) {
      case "US", "CA" -> NORTH_AMERICA.matcher(candidate.folded()).matches();
      case "IN" -> hasTrunkPrefix(candidate) || INDIA.matcher(candidate.folded()).matches();
      case "CN" -> hasTrunkPrefix(candidate) || CHINA.matcher(candidate.folded()).matches();
      default -> hasTrunkPrefix(candidate);
    };
  }

  /** {@code 030 ...} or {@code (030) ...}; a decimal fraction has no digit behind its zero. */
  private static boolean hasTrunkPrefix(Candidate candidate) {
    String text = candidate.text();
    int at = text.charAt(candidate.start()) == '(' ? candidate.start() + 1 : candidate.start();
    char second = Folding.fold(text.charAt(at + 1));
    return Folding.fold(text.charAt(at)) == '0' && second >= '1' && second <= '9';
  }

  private static Span announced(Candidate candidate) {
    return hasPhonesLength(candidate) ? candidate.span() : Span.NONE;
  }

  private static boolean hasPhonesLength(Candidate candidate) {
    int digits = 0;
    for (int i = candidate.start(); i < candidate.end(); i++) {
      digits += Folding.isWord(candidate.text().charAt(i)) ? 1 : 0;
    }
    return digits >= FEWEST && digits <= MOST;
  }

  private static boolean isValid(PhoneNumberUtil numbers, String number, String region) {
    try {
      return numbers.isValidNumber(numbers.parse(number, region));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
