package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.language.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the language is told rightly, with the model in the jar. */
final class AccuracyTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector(Runnable::run);

  /**
   * What remains are relatives: Indonesian and Malay, Dutch and Afrikaans, Russian and Bulgarian.
   */
  private static final double AT_30 = 0.90;

  private static final double AT_100 = 0.97;

  static List<String> wrong(LanguageDetector detector, int characters) {
    List<String> wrong = new ArrayList<>();
    for (Sentence sentence : Sentences.all()) {
      String tag = detector.detect(sentence.first(characters)).tag();
      if (!tag.equals(sentence.tag())) {
        wrong.add(sentence.tag() + " taken for `" + tag + "`: " + sentence.first(characters));
      }
    }
    return wrong;
  }

  static double share(List<String> wrong) {
    return 1 - (double) wrong.size() / Sentences.all().size();
  }

  @Test
  void looksAtMoreThanFortyLanguages() {
    assertThat(Sentences.all().stream().map(Sentence::tag).distinct()).hasSizeGreaterThan(60);
  }

  @Test
  void isMostlyRightOnThirtyCharacters() {
    List<String> wrong = wrong(DETECTOR, 30);
    assertThat(share(wrong)).as("wrong: %s", wrong).isGreaterThanOrEqualTo(AT_30);
  }

  @Test
  void isNearlyAlwaysRightOnAHundredCharacters() {
    List<String> wrong = wrong(DETECTOR, 100);
    assertThat(share(wrong)).as("wrong: %s", wrong).isGreaterThanOrEqualTo(AT_100);
  }

  @Test
  void answersManyAtOnceAlike() {
    List<Language> alone = detected();
    assertThat(IntStream.range(0, 20).parallel().mapToObj(i -> detected())).allMatch(alone::equals);
  }

  private static List<Language> detected() {
    return Sentences.all().stream().map(it -> DETECTOR.detect(it.text())).toList();
  }

  @ParameterizedTest
  @MethodSource("dev.terroir.language.Sentences#hinglish")
  void knowsHindiInLatinLetters(String text) {
    Language language = DETECTOR.detect(text);
    assertThat(language.tag()).isEqualTo("hi");
    assertThat(language.script()).isEqualTo("LATIN");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 60, 100})
  void takesNoOtherLanguageForHinglish(int characters) {
    List<String> taken =
        Sentences.all().stream()
            .map(sentence -> sentence.first(characters))
            .filter(Hinglish::isSpokenIn)
            .toList();
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.terroir.language.Sentences#mixed")
  void looksPastCodeAndForeignWords(Sentence sentence) {
    assertThat(DETECTOR.detect(sentence.text()).tag()).isEqualTo(sentence.tag());
  }
}
