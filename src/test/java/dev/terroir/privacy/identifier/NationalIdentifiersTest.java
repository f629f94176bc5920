package dev.terroir.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.privacy.identifier.IdentifierRows.Vector;
import dev.terroir.privacy.identifier.NationalIdentifier.Evidence;
import dev.terroir.privacy.identifier.NationalIdentifier.Verdict;
import dev.terroir.privacy.identifier.arithmetic.Compact;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NationalIdentifiersTest {

  static Stream<Vector> valid() {
    return IdentifierRows.vectors(Vector::valid);
  }

  static Stream<Vector> invalid() {
    return IdentifierRows.vectors(vector -> !vector.valid());
  }

  @Test
  void knowsAllIdentifiersOnce() {
    assertThat(NationalIdentifiers.all())
        .hasSize(81)
        .extracting(NationalIdentifier::id)
        .doesNotHaveDuplicates()
        .contains("IN.aadhaar", "NO.fnr", "ZZ.mrz-document");
  }

  @Test
  void theIdBeginsWithTheCountry() {
    assertThat(NationalIdentifiers.all())
        .allSatisfy(it -> assertThat(it.id()).startsWith(it.country() + "."));
  }

  @Test
  void everyIdentifierHasVectorsOfBothKinds() {
    assertThat(valid().map(it -> it.identifier().id()).distinct()).hasSize(81);
    assertThat(invalid().map(it -> it.identifier().id()).distinct()).hasSize(81);
  }

  @ParameterizedTest
  @MethodSource("valid")
  void whatIsValidHolds(Vector vector) {
    assertThat(vector.identifier().check().holds(IdentifierRows.raw(vector.compact()))).isTrue();
    assertThat(vector.identifier().structure().holds(IdentifierRows.raw(vector.compact())))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void whatIsInvalidFails(Vector vector) {
    assertThat(vector.identifier().check().holds(IdentifierRows.raw(vector.compact()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DE.steuer-id, 36574261809, CONFIRMED",
    "DE.steuer-id, 36574261890, REFUTED",
    "DK.cpr, 2110625629, CONFIRMED",
    "DK.cpr, 2110625628, UNCONFIRMED",
    "DK.cpr, 3210625629, REFUTED",
    "KR.rrn, 9710139019903, UNCONFIRMED",
    "KR.rrn, 9713139019902, REFUTED",
    "IS.kennitala, 1201743389, UNCONFIRMED",
    "IS.kennitala, 1213743399, REFUTED",
    "AE.eid, 784198012345679, UNCONFIRMED",
    "AE.eid, 784188012345678, REFUTED",
    "US.ssn, 536904399, UNCONFIRMED",
    "US.ssn, 666123456, REFUTED",
    "GB.nino, BG123456C, REFUTED",
    "KE.id, 11111111, UNCONFIRMED"
  })
  void aCheckThatIsNotPromisedOnlyLowers(String id, String compact, Verdict verdict) {
    assertThat(NationalIdentifiers.find(id).orElseThrow().judge(IdentifierRows.raw(compact)))
        .isEqualTo(verdict);
  }

  @Test
  void onlyAdvisoryChecksHaveAnotherStructure() {
    assertThat(IdentifierRows.identifiers())
        .allSatisfy(
            row ->
                assertThat(row.get("structure-name").equals(row.get("check-name")))
                    .isEqualTo(!row.get("check").equals("advisory")));
  }

  @Test
  void repeatedDigitsAreNoNumber() {
    assertThat(NationalIdentifiers.all())
        .filteredOn(it -> !it.id().equals("KE.id"))
        .allSatisfy(
            it -> {
              for (int length = 1; length < 20; length++) {
                for (int digit = 0; digit < 10; digit++) {
                  String number = Integer.toString(digit).repeat(length);
                  assertThat(it.check().holds(IdentifierRows.raw(number))).isFalse();
                }
              }
            });
  }

  @Test
  void compactsToAsciiLettersAndDigits() {
    assertThat(Compact.of("see 12 ab-Ñ٣C/x", 4, 14)).hasToString("12ABC");
  }

  @Test
  void anUnknownIdIsNotFound() {
    assertThat(NationalIdentifiers.find("XX.number")).isEmpty();
  }

  @Test
  void contextIsInLowerCase() {
    assertThat(NationalIdentifiers.find("DE.steuer-id").orElseThrow().context())
        .containsExactly("steuer-id", "idnr", "steueridentifikationsnummer", "tax id");
    assertThat(NationalIdentifiers.find("DK.cpr").orElseThrow().evidence())
        .isEqualTo(Evidence.ADVISORY);
  }
}
