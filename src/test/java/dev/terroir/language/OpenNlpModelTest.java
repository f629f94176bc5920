package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.terroir.language.Sentences.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.langdetect.DefaultLanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;
import org.junit.jupiter.api.Test;

/** The model as it is evaluated here says what OpenNLP's own evaluation says. */
final class OpenNlpModelTest {

  private static final OpenNlpModel MODEL = OpenNlpModel.load();
  private static final MaxentModel NAIVE = naive();
  private static final int LONGEST = 128;

  private static MaxentModel naive() {
    try (InputStream in =
        OpenNlpModelTest.class.getResourceAsStream("/opennlp-langdetect-20210413.bin")) {
      return new LanguageDetectorModel(in).getMaxentModel();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How likely a text is in a language, by OpenNLP alone. */
  private static double naive(String text, String tag) {
    String sample = text.substring(0, Math.min(text.length(), LONGEST));
    CharSequence[] grams = new DefaultLanguageDetectorContextGenerator(1, 3).getContext(sample);
    double[] scores =
        NAIVE.eval(Arrays.stream(grams).map(CharSequence::toString).toArray(String[]::new));
    double best = 0;
    for (int i = 0; i < scores.length; i++) {
      if (Tags.primary(NAIVE.getOutcome(i)).equals(tag)) {
        best = Math.max(best, scores[i]);
      }
    }
    return best;
  }

  private static Set<String> tags() {
    Set<String> tags = new HashSet<>();
    for (int i = 0; i < NAIVE.getNumOutcomes(); i++) {
      tags.add(Tags.primary(NAIVE.getOutcome(i)));
    }
    return tags;
  }

  @Test
  void saysWhatOpenNlpSays() {
    for (Sentence sentence : Sentences.all()) {
      for (int length : new int[] {1, 2, 3, 10, 30, 100, LONGEST, 400}) {
        String text = sentence.first(length);
        Language told = MODEL.predict(text, "LATIN", Set.of());
        assertThat(told.confidence())
            .as("%s in `%s`", told.tag(), text)
            .isCloseTo(naive(text, told.tag()), within(1e-5));
      }
    }
  }

  @Test
  void choosesTheLikeliestOfTheLikely() {
    for (Sentence sentence : Sentences.all()) {
      String told = MODEL.predict(sentence.text(), "LATIN", tags()).tag();
      double score = naive(sentence.text(), told);
      assertThat(tags()).allMatch(tag -> naive(sentence.text(), tag) <= score + 1e-5);
    }
  }

  @Test
  void doesNotMindCapitalsAndHalvesOfPairs() {
    for (String text :
        new String[] {"", "A", "İSTANBUL'DA", "ΣΊΣΥΦΟΣ", "\uD83D", "a\uD83D\uDE00b", "x\u0000y"}) {
      Language told = MODEL.predict(text, "LATIN", Set.of());
      assertThat(told.confidence()).as(text).isCloseTo(naive(text, told.tag()), within(1e-5));
      assertThat(MODEL.predict(text.toUpperCase(Locale.ROOT), "LATIN", Set.of())).isNotNull();
    }
  }
}
