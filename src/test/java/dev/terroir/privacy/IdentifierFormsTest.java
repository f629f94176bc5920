package dev.terroir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IdentifierFormsTest {

  record Vector(String kind, String number, String context) {}

  static Stream<Vector> vectors() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/privacy/identifier-vectors.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(fields -> new Vector(fields[0], fields[1], fields[2]));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void findsEveryKindInASentence(Vector vector) {
    String text = "Please look up " + vector.context() + " " + vector.number() + ", thank you.";
    assertThat(IdentifierForms.standsIn(vector.kind(), text)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void findsNoneInsideALongerWord(Vector vector) {
    String text = vector.context() + " x7" + vector.number() + "7x";
    assertThat(IdentifierForms.standsIn(vector.kind(), text)).isFalse();
  }

  @Test
  void aWeakFormCountsOnlyNearItsContext() {
    assertThat(IdentifierForms.standsIn("AU.tfn", "TFN 123 456 782")).isTrue();
    assertThat(IdentifierForms.standsIn("AU.tfn", "order 123 456 782")).isFalse();
    assertThat(IdentifierForms.standsIn("AU.tfn", "TFN" + ".".repeat(60) + " 123 456 782"))
        .isFalse();
  }

  @Test
  void knowsAllKinds() {
    assertThat(IdentifierForms.kinds()).hasSize(81).contains("IN.aadhaar", "KR.rrn", "NL.bsn");
  }

  @Test
  void anUnknownKindStandsNowhere() {
    assertThat(IdentifierForms.standsIn("XX.number", "123")).isFalse();
  }
}
