package dev.terroir.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LanguageGradesTest {

  private static final ModelId ID = new ModelId("model");
  private static final Model MODEL =
      new Model(
          ID,
          "Model",
          "maker",
          Set.of("DE"),
          Weights.OPEN,
          Tier.SMALL,
          Set.of("de"),
          Set.of(Capability.CHAT),
          List.of(),
          new Provenance(
              new Evidence(Optional.empty(), "test", Optional.empty(), "high", Verification.SEEN),
              Map.of()));

  private static LanguageEvidence result(String language, LanguageGrade grade, int day) {
    LocalDate date = LocalDate.of(2026, 11, day);
    return new LanguageEvidence(ID, language, grade, "test", "1", "test", date);
  }

  private static LanguageGrade grade(String language, LanguageEvidence... evidence) {
    return new LanguageGrades(List.of(evidence)).of(MODEL, language);
  }

  @Test
  void isWhatTheMakerDocumentsWithoutAnyResult() {
    assertThat(grade("de")).isEqualTo(LanguageGrade.DOCUMENTED);
    assertThat(grade("pl")).isEqualTo(LanguageGrade.NONE);
  }

  @Test
  void isRaisedAndLoweredByAResult() {
    assertThat(grade("pl", result("pl", LanguageGrade.FLUENT, 1))).isEqualTo(LanguageGrade.FLUENT);
    assertThat(grade("de", result("de", LanguageGrade.WEAK, 1))).isEqualTo(LanguageGrade.WEAK);
    assertThat(grade("de", result("pl", LanguageGrade.WEAK, 1)))
        .isEqualTo(LanguageGrade.DOCUMENTED);
  }

  @Test
  void isThatOfTheNewestResult() {
    assertThat(
            grade(
                "de",
                result("de", LanguageGrade.WEAK, 2),
                result("de", LanguageGrade.FLUENT, 3),
                result("de", LanguageGrade.NONE, 1)))
        .isEqualTo(LanguageGrade.FLUENT);
  }

  @Test
  void isTheLowerOfTwoOfOneDay() {
    LanguageEvidence good = result("de", LanguageGrade.FLUENT, 3);
    LanguageEvidence bad = result("de", LanguageGrade.WEAK, 3);
    assertThat(grade("de", good, bad)).isEqualTo(LanguageGrade.WEAK);
    assertThat(grade("de", bad, good)).isEqualTo(LanguageGrade.WEAK);
  }
}
