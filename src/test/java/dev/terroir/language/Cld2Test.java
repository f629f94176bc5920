package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** CLD2 through the foreign-function API, where Debian's {@code libcld2-0} is installed. */
final class Cld2Test {

  private static final String LIBRARY = "libcld2.so.0";
  private static final String TABLES = "libcld2_full.so.0";

  private static LanguageDetector detector() {
    Optional<LanguageDetector> installed = installed();
    if (installed.isEmpty() && "required".equals(System.getenv("TERROIR_OPTIONAL_TESTS"))) {
      throw new AssertionError("Cld2Test needs `" + LIBRARY + "`, and it is required here");
    }
    if (installed.isEmpty()) {
      System.out.println("Cld2Test is skipped: `" + LIBRARY + "` cannot be loaded (libcld2-0)");
    }
    Assumptions.assumeTrue(installed.isPresent(), "`" + LIBRARY + "` cannot be loaded");
    return installed.orElseThrow();
  }

  private static Optional<LanguageDetector> installed() {
    try {
      return Optional.of(LanguageDetector.cld2(LIBRARY, TABLES));
    } catch (LibraryMissing missing) {
      return Optional.empty();
    }
  }

  @Test
  void isMostlyRight() {
    LanguageDetector detector = detector();
    List<String> at30 = AccuracyTest.wrong(detector, 30);
    List<String> at100 = AccuracyTest.wrong(detector, 100);
    assertThat(AccuracyTest.share(at30)).as("wrong: %s", at30).isGreaterThanOrEqualTo(0.90);
    assertThat(AccuracyTest.share(at100)).as("wrong: %s", at100).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void knowsLanguagesThatOnlyTheLargeTablesHave() {
    String yoruba = "Nkan ti mo fẹ́ mọ̀ ni bí mo ṣe lè san owó iná mànàmáná láìlọ sí báńkì";
    assertThat(detector().detect(yoruba).tag()).isEqualTo("yo");
  }

  @Test
  void tellsShortTextInChineseCharacters() {
    assertThat(detector().detect("天気予報").tag()).isEqualTo("ja");
  }

  @Test
  void survivesWhatNoLanguageIs() {
    LanguageDetector detector = detector();
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(300), 1, 0x10000).forEach(c -> text.append((char) c));
      assertThat(detector.detect(text).tag()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void answersManyAtOnceAlike() {
    LanguageDetector detector = detector();
    List<String> alone =
        Sentences.all().stream().map(it -> detector.detect(it.text()).tag()).toList();
    assertThat(
            IntStream.range(0, 20)
                .parallel()
                .mapToObj(
                    i ->
                        Sentences.all().stream()
                            .map(it -> detector.detect(it.text()).tag())
                            .toList()))
        .allMatch(alone::equals);
  }

  @Test
  void saysWhichLibraryIsMissing() {
    assertThatThrownBy(() -> LanguageDetector.cld2(LIBRARY, "libnone.so.9"))
        .isInstanceOfSatisfying(
            LibraryMissing.class, it -> assertThat(it.library()).isEqualTo("libnone.so.9"));
  }

  /** The system's own library of mathematics is there, and is no CLD2. */
  @Test
  void refusesAnotherLibrary() {
    assertThatThrownBy(() -> LanguageDetector.cld2("libm.so.6", "libm.so.6"))
        .isInstanceOfSatisfying(
            LibraryMissing.class, it -> assertThat(it.library()).isEqualTo("libm.so.6"));
  }
}
