package dev.terroir.privacy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.privacy.identifier.NationalIdentifier;
import dev.terroir.privacy.identifier.NationalIdentifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScannerTest {

  private static final Scanner SCANNER = Scanner.standard();
  private static final List<String> REGIONS = List.of("DE", "FR", "IN", "US");

  private static String found(String text) {
    return found(text, REGIONS);
  }

  private static String found(String text, List<String> regions) {
    return String.join(
        "; ",
        SCANNER.scan(text, regions).findings().stream()
            .map(it -> it.kind() + " " + text.substring(it.start(), it.end()))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to anna.mueller+x@mail.example.org. | email anna.mueller+x@mail.example.org",
        "müller@exämple.de, 用户@例子.广告 | email müller@exämple.de; email 用户@例子.广告",
        "आईडी है नाम@उदाहरण.भारत | email नाम@उदाहरण.भारत",
        "a@b, @home, x@@y.de, me@host.1 | ''",
        "jane@example.com或拨打2号, bob@example.de😀2 | email jane@example.com; email bob@example.de",
        "ivan@xn--80akhbyknj4f.xn--p1ai | email ivan@xn--80akhbyknj4f.xn--p1ai",
        "+49 30 12345678 or 0049 (0)30 12345678 | phone +49 30 12345678; phone 0049 (0)30 12345678",
        "ring 030 12345678, not 030 1 | phone 030 12345678",
        "call me: 415-555-2670 | phone 415-555-2670",
        "98765 43210 | phone 98765 43210",
        "Mon numéro: 2 55 08 14 168 025 38, tél. 01 42 68 53 00 | FR.nir 2 55 08 14 168 025 38;"
            + " phone 01 42 68 53 00",
        "card 4111 1111 1111 1111 5 | ZZ.pan-card 4111 1111 1111 1111",
        "IBAN: DE89 3704 0044 0532 0130 00 please | ZZ.iban DE89 3704 0044 0532 0130 00",
        "from 10.1.2.3 to 2001:db8::ff00:42:8329 | ip 10.1.2.3; ip 2001:db8::ff00:42:8329",
        "version 1.2.3, at 12:30:45, std::vector, 300.1.1.1, 127.0.0.1 | ''",
        "https://bob:s3cret@db.example.org/x | credential bob:s3cret; email db.example.org",
        "AKIAIOSFODNN7EXAMPLE and akiaiosfodnn7example | credential AKIAIOSFODNN7EXAMPLE",
        "password: hunter2! and password: required | credential hunter2!",
        "Steuer-ID 86 095 742 719 | DE.steuer-id 86 095 742 719",
        "Steuer-ID ८६०९५७४२७१९ | DE.steuer-id ८६०९५७४२७१९",
        "Steuer-ID \uFF18\uFF16\uFF10\uFF19\uFF15\uFF17\uFF14\uFF12\uFF17\uFF11\uFF19 |"
            + " DE.steuer-id \uFF18\uFF16\uFF10\uFF19\uFF15\uFF17\uFF14\uFF12\uFF17\uFF11\uFF19",
        "123456782 | ''",
        "SIN 130 692 544 | CA.sin 130 692 544",
        "order 2026-1127, 3.14159, 1,000,000 | ''"
      })
  void findsWhatItShouldAndNothingElse(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ES | Llámame al 612 345 678 | phone 612 345 678",
        "ES | Son 12 345 678 euros | ''",
        "IT | chiama il 347 123 4567 | phone 347 123 4567",
        "PL | numer 601 234 567 | phone 601 234 567",
        "PT | o 912 345 678 | phone 912 345 678",
        "BR | ligue (11) 91234-5678 | phone (11) 91234-5678",
        "SG | at 9123 4567 | phone 9123 4567",
        "RU | звони 8 (912) 345-67-89 | phone 8 (912) 345-67-89",
        "NO | ring 912 34 567 | phone 912 34 567",
        "NO | 12 345 678 kroner | ''",
        "DK | den 2026-11-27 | ''",
        "DE | 612 345 678 und 9123 4567 | ''",
      })
  void findsTelephonesAsTheirCountryWritesThem(String region, String text, String expected) {
    assertThat(found(text, List.of(region))).isEqualTo(expected);
  }

  @Test
  void takesNoDateForATelephoneHoweverManyThereAre() {
    String dates = "01.02.2026 bis 08/11/2026, 05-06-2026; ".repeat(100);

    assertThat(SCANNER.scan(dates, REGIONS).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u00AD", "\u2060", "\uFEFF", "\u200D", "\u0301"})
  void seesThroughWhatShowsNothing(String hidden) {
    String text = "IdNr 860957" + hidden + "42719 x";

    assertThat(SCANNER.scan(text, REGIONS).kinds()).contains("DE.steuer-id");
    assertThat(found(text)).isEqualTo("DE.steuer-id 860957" + hidden + "42719");
  }

  @Test
  void seesDigitsOfMathematics() {
    String text = "IdNr \uD835\uDFD6\uD835\uDFD4\uD835\uDFCE95742719 x";

    assertThat(found(text)).startsWith("DE.steuer-id \uD835\uDFD6").endsWith("2719");
  }

  static Stream<String[]> vectors() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/privacy/national-identifier-vectors.tsv"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split("\t", -1));
  }

  /**
   * Beside a word of its context, every documented number is found, and every wrong one is not, but
   * where issuers no longer promise their check digits.
   */
  @ParameterizedTest
  @MethodSource("vectors")
  void findsEveryDocumentedIdentifier(String id, String expected, String number) {
    NationalIdentifier identifier = NationalIdentifiers.find(id).orElseThrow();
    String text = identifier.context().getFirst() + ": " + number + ".";

    boolean found = SCANNER.scan(text, List.of()).kinds().contains(id);

    boolean promised = identifier.evidence() != NationalIdentifier.Evidence.ADVISORY;
    assertThat(found)
        .as("%s in `%s`", id, text)
        .isEqualTo(expected.equals("valid") || (!promised && found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "", " ", "@", "+", "0", ":", "(", "-----", "\uD835", "\uDC00", "eyJ"})
  void takesAnyText(String text) {
    assertThat(SCANNER.scan(text, REGIONS).findings()).isEmpty();
  }
}
