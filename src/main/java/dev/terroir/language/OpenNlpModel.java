package dev.terroir.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Apache Tika's model of 148 languages for OpenNLP: character n-grams, right on 90 % of texts of 30
 * characters and 98 % of 100 (in our measurements), some 10 to 25 µs each. It is read by OpenNLP
 * and evaluated here: the same sums, without a string for every gram. Loading takes about a second.
 * Thread-safe.
 */
final class OpenNlpModel implements LanguageModel {

  private static final String RESOURCE = "/opennlp-langdetect-20210413.bin";

  /** Time grows with the text, accuracy hardly any more. */
  private static final int MOST_CHARACTERS = 128;

  /** With fewer Chinese characters it guesses. */
  private static final int FEWEST_CHINESE = 9;

  /** In Latin letters they draw short texts of their large relatives to themselves, by a hair. */
  private static final Set<String> SMALL =
      Set.of(
          "ast", "ban", "bs", "eo", "fo", "fy", "gsw", "ht", "la", "li", "mg", "min", "nan", "nds",
          "oc", "qu", "rm", "sr", "vo", "war");

  /** How much likelier one of them must be. */
  private static final double MARGIN = Math.log(1.1);

  private static final Set<String> CHINESE = Set.of("zh", "ja");

  private final GramWeights weights;
  private final List<Outcome> outcomes;

  /** A language of the model. */
  private record Outcome(String tag, boolean isSmall) {}

  private OpenNlpModel(AbstractModel model) {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < model.getNumOutcomes(); i++) {
      String tag = Tags.primary(model.getOutcome(i));
      all.add(new Outcome(tag, SMALL.contains(tag)));
    }
    this.outcomes = List.copyOf(all);
    this.weights = new GramWeights(contexts(model), outcomes.size());
  }

  static OpenNlpModel load() {
    try (InputStream in = OpenNlpModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the language model is not in the jar: " + RESOURCE);
      }
      return new OpenNlpModel((AbstractModel) new LanguageDetectorModel(in).getMaxentModel());
    } catch (IOException e) {
      throw new IllegalStateException("the language model cannot be read", e);
    }
  }

  /** OpenNLP documents the second of a model's data structures: the parameters of each gram. */
  private static Map<String, Context> contexts(AbstractModel model) {
    Map<String, Context> contexts = new HashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) model.getDataStructures()[1]).entrySet()) {
      contexts.put((String) entry.getKey(), (Context) entry.getValue());
    }
    return contexts;
  }

  @Override
  public Language predict(CharSequence text, String script, Set<String> likely) {
    if (likely.equals(CHINESE) && text.length() < FEWEST_CHINESE) {
      return new Language("", script, 0);
    }
    float[] sums = weights.sums(Grams.in(text, Math.min(text.length(), MOST_CHARACTERS)));
    int small = likely.isEmpty() ? best(sums, Outcome::isSmall) : -1;
    int large = best(sums, it -> likely.isEmpty() ? !it.isSmall : likely.contains(it.tag));
    int best = small >= 0 && (large < 0 || sums[small] > MARGIN + sums[large]) ? small : large;
    return best < 0
        ? new Language("", script, 0)
        : new Language(outcomes.get(best).tag, script, share(sums, best));
  }

  /** The outcome with the highest sum among some, or -1. */
  private int best(float[] sums, Predicate<Outcome> isAmong) {
    int best = -1;
    for (int i = 0; i < sums.length; i++) {
      if (isAmong.test(outcomes.get(i)) && (best < 0 || sums[i] > sums[best])) {
        best = i;
      }
    }
    return best;
  }

  /** How likely {@code one} is, of all. */
  private static double share(float[] sums, int one) {
    double all = 0;
    for (float sum : sums) {
      all += Math.exp(sum - sums[one]);
    }
    return 1 / all;
  }
}
