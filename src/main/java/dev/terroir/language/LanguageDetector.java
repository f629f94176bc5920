package dev.terroir.language;

import java.lang.Character.UnicodeScript;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Tells the language of a text in two stages: a table of scripts, and only inside the scripts that
 * many languages share a statistical model, which is loaded in the background. Thread-safe.
 */
public final class LanguageDetector {

  /** Accuracy is saturated at some 100 characters; this bounds the cost. */
  private static final int MOST_CHARACTERS = 400;

  /** Below this every detector is little better than chance on Latin text. */
  private static final int FEWEST_LATIN_LETTERS = 15;

  private final CompletableFuture<StatisticalModel> model;

  /**
   * @param background loads the statistical model
   */
  public LanguageDetector(Executor background) {
    this.model = CompletableFuture.supplyAsync(StatisticalModel::load, background);
  }

  /** Completed when the statistical model has been loaded, or has failed to. */
  public CompletableFuture<Void> loading() {
    return model.thenAccept(loaded -> {});
  }

  /** The language of {@code text}; undetermined while the model is still being loaded. */
  public Language detect(CharSequence text) {
    CharSequence sample = text.subSequence(0, Math.min(text.length(), MOST_CHARACTERS));
    Script.Majority majority = Script.majority(sample);
    if (!majority.onlyLanguage().isEmpty()) {
      return new Language(majority.onlyLanguage(), majority.script().name(), majority.share());
    }
    Language undetermined = new Language("", majority.script().name(), 0);
    boolean tooShort =
        majority.script() == UnicodeScript.LATIN && majority.letters() < FEWEST_LATIN_LETTERS;
    if (majority.letters() == 0
        || tooShort
        || !model.isDone()
        || model.isCompletedExceptionally()) {
      return undetermined;
    }
    return model.join().predict(sample, majority.script().name());
  }
}
