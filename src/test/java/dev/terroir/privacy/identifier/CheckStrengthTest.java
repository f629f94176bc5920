package dev.terroir.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.terroir.privacy.identifier.IdentifierRows.Vector;
import dev.terroir.privacy.identifier.NationalIdentifier.Evidence;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What checks refuse. */
final class CheckStrengthTest {

  private static final long SEED = 20_260_731;

  /** Whose algorithm finds every wrong digit, by the reason. */
  private static final Map<String, List<String>> FINDS_EVERY_WRONG_DIGIT =
      Map.of(
          "Luhn, modulo 10 and 36",
          List.of(
              "DE.kvnr",
              "GR.amka",
              "US.npi",
              "CA.sin",
              "IN.gstin",
              "ZA.id",
              "AE.eid",
              "SA.nid",
              "IL.id",
              "ZZ.pan-card",
              "ZZ.imei"),
          "Verhoeff",
          List.of("IN.aadhaar"),
          "ISO 7064",
          List.of("DE.steuer-id", "HR.oib", "CN.ric", "ZZ.iban"),
          "modulo 10, weights without a common divisor",
          List.of("DE.personalausweis", "CH.ahv", "PL.pesel", "HU.taj", "ZZ.mrz-document"),
          "modulo 11, a remainder for each character",
          List.of(
              "GB.nhs", "NL.bsn", "AU.tfn", "NO.fnr", "AT.svnr", "CL.rut", "HK.hkid", "SG.nric"),
          "modulo another prime, or 511",
          List.of("FR.nir", "FR.spi", "IE.pps", "ES.dni", "ES.nie", "FI.hetu"));

  static Stream<Vector> strong() {
    Set<String> ids =
        FINDS_EVERY_WRONG_DIGIT.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    return IdentifierRows.vectors(Vector::valid)
        .filter(vector -> ids.contains(vector.identifier().id()));
  }

  @ParameterizedTest
  @MethodSource("strong")
  void findsEveryWrongDigit(Vector vector) {
    String compact = vector.compact();
    for (int i = 0; i < compact.length(); i++) {
      char right = compact.charAt(i);
      for (char wrong = '0'; wrong <= '9'; wrong++) {
        if (right >= '0' && right <= '9' && right != wrong) {
          String other = compact.substring(0, i) + wrong + compact.substring(i + 1);
          assertThat(vector.identifier().check().holds(IdentifierRows.raw(other)))
              .as(other)
              .isFalse();
        }
      }
    }
  }

  @Test
  void theTableNamesKnownIdentifiers() {
    assertThat(FINDS_EVERY_WRONG_DIGIT.values().stream().flatMap(List::stream))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(NationalIdentifiers.find(id)).isPresent());
  }

  static List<NationalIdentifier> all() {
    return NationalIdentifiers.all();
  }

  /** Digits alone, or letters, signs and bytes beyond ASCII among them. */
  @ParameterizedTest
  @MethodSource("all")
  void garbageNeverThrows(NationalIdentifier identifier) {
    Random random = new Random(SEED);
    String characters = "0123456789AKXZaz \u0000\u00FF<é";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int digitsOnly = 10 + random.nextInt(2) * (characters.length() - 10);
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(characters.charAt(random.nextInt(digitsOnly)));
      }
      assertThatCode(() -> identifier.judge(IdentifierRows.raw(text.toString())))
          .doesNotThrowAnyException();
    }
  }

  /** A character that is not expected, at any place, in any number. */
  @ParameterizedTest
  @MethodSource("valid")
  void foreignCharactersNeverHold(Vector vector) {
    String compact = vector.compact();
    for (int i = 0; i <= compact.length(); i++) {
      for (String foreign : List.of(" ", "-", "/", ":", "@", "[", "a", "\u0000", "é", "\u00FF")) {
        assertThat(
                vector
                    .identifier()
                    .check()
                    .holds(
                        IdentifierRows.raw(
                            compact.substring(0, i) + foreign + compact.substring(i))))
            .isFalse();
        if (i < compact.length()) {
          assertThat(
                  vector
                      .identifier()
                      .check()
                      .holds(
                          IdentifierRows.raw(
                              compact.substring(0, i) + foreign + compact.substring(i + 1))))
              .isFalse();
        }
      }
    }
  }

  static Stream<Vector> valid() {
    return IdentifierRows.vectors(Vector::valid);
  }

  /** Of what has the form by chance, required checks let through less than one in eight. */
  @ParameterizedTest
  @MethodSource("all")
  void evidenceIsWhatItSays(NationalIdentifier identifier) {
    double share = shareOfChance(identifier);
    if (identifier.evidence() == Evidence.NONE) {
      assertThat(share).isGreaterThan(0.5);
    } else {
      assertThat(share).isLessThan(0.125);
    }
  }

  private static double shareOfChance(NationalIdentifier identifier) {
    Random random = new Random(SEED);
    char[][] classes = classes(identifier);
    int held = 0;
    int rounds = 50_000;
    for (int i = 0; i < rounds; i++) {
      char[] text = new char[classes.length];
      for (int place = 0; place < text.length; place++) {
        text[place] = classes[place][random.nextInt(classes[place].length)];
      }
      held += identifier.check().holds(IdentifierRows.raw(new String(text))) ? 1 : 0;
    }
    return held / (double) rounds;
  }

  /** For every place of a valid number, the characters that the form allows in its stead. */
  private static char[][] classes(NationalIdentifier identifier) {
    Automaton automaton = new RegExp(identifier.form(), RegExp.NONE).toAutomaton();
    String number =
        IdentifierRows.validNumbers(identifier.id()).getFirst().toLowerCase(Locale.ROOT);
    return IntStream.range(0, number.length())
        .filter(i -> Character.isLetterOrDigit(number.charAt(i)))
        .mapToObj(i -> allowed(automaton, number, i).toCharArray())
        .toArray(char[][]::new);
  }

  private static String allowed(Automaton automaton, String number, int place) {
    StringBuilder allowed = new StringBuilder();
    for (char c : "0123456789abcdefghijklmnopqrstuvwxyz".toCharArray()) {
      if (automaton.run(number.substring(0, place) + c + number.substring(place + 1))) {
        allowed.append(Character.toUpperCase(c));
      }
    }
    return allowed.toString();
  }
}
