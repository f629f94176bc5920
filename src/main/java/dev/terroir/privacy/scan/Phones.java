package dev.terroir.privacy.scan;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.terroir.privacy.identifier.arithmetic.CalendarDate;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.identifier.arithmetic.Digits;
import dev.terroir.privacy.scan.Recogniser.Bounds;
import dev.terroir.privacy.scan.Recogniser.Lengths;
import dev.terroir.privacy.scan.Recogniser.Span;
import dev.terroir.privacy.scan.automaton.Folding;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Telephone numbers: international ones anywhere, local ones in the forms of the countries that
 * bind the request, and any number of the right length behind a word for a telephone. Google's
 * libphonenumber has the last word on the first two.
 */
final class Phones {

  private static final String KIND = "phone";
  private static final int MOST = 15;
  private static final int NORTH_AMERICAN = 1;

  /** Three digits and what parts them from the next. */
  private static final int THOUSANDS = 4;

  /** How many digits a number has, from the shortest local ones to ITU-T E.164. */
  private static final String DIGITS = "&[^0-9]*([0-9][^0-9]*){7,15}";

  /** One digit more, so that it is seen where a row goes on. */
  private static final String OR_MORE = "&[^0-9]*([0-9][^0-9]*){7,16}";

  private static final String INTERNATIONAL =
      "([+]|00 ?)[1-9][0-9]{0,14}([ ./-]{0,2}[(]?[0-9]{1,8}[)]?){0,6}" + DIGITS;
  private static final String LOCAL =
      "[(]?([0-9]{7,15}|[0-9]{2,6}[)]?([ ./-]{1,2}[0-9]{2,8}){1,5})" + OR_MORE;

  /** With the zero that is dialled within a country; a decimal fraction has no digit behind it. */
  private static final String TRUNK =
      "[(]?0[1-9]([0-9]{5,13}|[0-9]{0,4}[)]?([ ./-]{1,2}[0-9]{2,8}){1,5})" + DIGITS;

  private static final String NORTH_AMERICA =
      "[(]?[2-9][0-9]{2}[)]?[ .-]{1,2}[2-9][0-9]{2}[ .-][0-9]{4}";
  private static final String INDIA = "[6-9][0-9]{4}[ -]?[0-9]{5}";
  private static final String CHINA = "1[3-9][0-9]([0-9]{8}|[ -][0-9]{4}[ -]?[0-9]{4})";

  /** In groups; where a trunk prefix is dialled it is an eight. */
  private static final String NO_ZERO =
      "(8 ?-?)?[(]?[1-9][0-9]{1,4}[)]?([ -]{1,2}[0-9]{2,5}){1,4}&[^0-9]*([0-9][^0-9]*){8,11}";

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

  /** Of the North American plan, whose numbers are written in one way. */
  private static final Set<String> NANP = Set.of("US", "CA");

  /** Where the zero is dialled, if at all, with a carrier's code, and not written. */
  private static final Set<String> UNWRITTEN_ZERO = Set.of("BR", "CO");

  private Phones() {}

  static List<Recogniser> all() {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    return List.of(
        recogniser(INTERNATIONAL, candidate -> international(numbers, candidate)),
        local(numbers, TRUNK, region -> !NANP.contains(region)),
        local(numbers, NORTH_AMERICA, NANP::contains),
        local(numbers, INDIA, "IN"::equals),
        local(numbers, CHINA, "CN"::equals),
        local(numbers, NO_ZERO, region -> dialsNoZero(numbers, region)),
        new Recogniser(
            KIND, LOCAL, Bounds.WORD, Lengths.LONGEST, Phones::announced, WORDS, true, 0));
  }

  private static Recogniser recogniser(String form, Recogniser.Test test) {
    return new Recogniser(KIND, form, Bounds.WORD, Lengths.EACH, test, WORDS, false, 0);
  }

  /** Numbers that are written in no form of their country are told only by a word beside them. */
  private static Recogniser local(
      PhoneNumberUtil numbers, String form, Predicate<String> isWrittenIn) {
    Set<String> where =
        numbers.getSupportedRegions().stream().filter(isWrittenIn).collect(toUnmodifiableSet());
    return recogniser(form, new Local(numbers, where));
  }

  private static boolean dialsNoZero(PhoneNumberUtil numbers, String region) {
    boolean zero = "0".equals(numbers.getNddPrefixForRegion(region, true));
    return numbers.getCountryCodeForRegion(region) != NORTH_AMERICAN
        && (!zero || UNWRITTEN_ZERO.contains(region));
  }

  /** Once the allowance is used up the form is enough: doubt protects. */
  private static Span international(PhoneNumberUtil numbers, Candidate candidate) {
    return !candidate.costly().take() || isValid(numbers, withPlus(candidate.folded()), "ZZ")
        ? candidate.span()
        : Span.NONE;
  }

  private static String withPlus(String number) {
    return number.startsWith("00") ? "+" + number.substring(2).strip() : number;
  }

  /**
   * A form that numbers have in some countries.
   *
   * @param where those countries
   */
  private record Local(PhoneNumberUtil numbers, Set<String> where) implements Recogniser.Test {

    @Override
    public boolean concerns(List<String> regions) {
      return !Collections.disjoint(where, regions);
    }

    @Override
    public Span apply(Candidate candidate) {
      return !isDate(candidate) && !isAmount(candidate) && isLocal(candidate)
          ? candidate.span()
          : Span.NONE;
    }

    private boolean isLocal(Candidate candidate) {
      List<String> regions = candidate.regions();
      for (int i = 0; i < regions.size(); i++) {
        boolean counts =
            where.contains(regions.get(i))
                && (!candidate.costly().take()
                    || isValid(numbers, candidate.folded(), regions.get(i)));
        if (counts) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code 01.02.2026}, which long texts have more of than may be asked about. */
  private static boolean isDate(Candidate candidate) {
    if (candidate.end() - candidate.start() != 10 || candidate.compactLength() != 8) {
      return false;
    }
    Compact number = candidate.compact();
    if (isParted(candidate, 4, 7)) {
      return CalendarDate.exists(
          (int) Digits.number(number, 0, 4), Digits.pair(number, 4), Digits.pair(number, 6));
    }
    int first = Digits.pair(number, 0);
    int second = Digits.pair(number, 2);
    int year = (int) Digits.number(number, 4, 8);
    return isParted(candidate, 2, 5)
        && (CalendarDate.exists(year, second, first) || CalendarDate.exists(year, first, second));
  }

  /** Whether the same separator stands at both places of it. */
  private static boolean isParted(Candidate candidate, int first, int second) {
    char separator = at(candidate, first);
    return "./-".indexOf(separator) >= 0 && separator == at(candidate, second);
  }

  private static char at(Candidate candidate, int place) {
    return Folding.fold(candidate.text().charAt(candidate.start() + place));
  }

  /** {@code 12 345 678}: groups of three behind a shorter one. */
  private static boolean isAmount(Candidate candidate) {
    int length = candidate.end() - candidate.start();
    int first = length % THOUSANDS;
    if (first == 0 || first == THOUSANDS - 1 || at(candidate, 0) == '0') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean separates = i % THOUSANDS == first;
      if (separates != (at(candidate, i) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** A row of digits that goes on behind the most that a number has is something else. */
  private static Span announced(Candidate candidate) {
    return candidate.compactLength() <= MOST ? candidate.span() : Span.NONE;
  }

  private static boolean isValid(PhoneNumberUtil numbers, String number, String region) {
    try {
      return numbers.isValidNumber(numbers.parse(number, region));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
