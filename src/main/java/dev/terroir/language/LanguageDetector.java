package dev.terroir.language;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Tells the language of what somebody wrote, in two stages: a table of scripts, and only inside the
 * scripts that many languages share, first letters and words that give a language away, then a
 * statistical model. Code, addresses and JSON in a text do not count. Thread-safe.
 */
public final class LanguageDetector {

  /** Below this every detector is little better than chance on Latin text. */
  private static final int FEWEST_LATIN_LETTERS = 15;

  /** In other scripts less is enough, where not one letter decides. */
  private static final int FEWEST_LETTERS = 12;

  private static final Set<String> CHINESE = Set.of("zh", "ja");

  private final CompletableFuture<LanguageModel> model;

  private LanguageDetector(CompletableFuture<LanguageModel> model) {
    this.model = model;
  }

  /**
   * With the model in the jar.
   *
   * @param background loads the model
   */
  public LanguageDetector(Executor background) {
    this(CompletableFuture.supplyAsync(OpenNlpModel::load, background));
  }

  /**
   * With CLD2, a library of the operating system.
   *
   * @param library as the system's loader takes it: a name or a path
   * @param tables the library of its tables
   * @throws LibraryMissing when one of them cannot be loaded
   */
  public static LanguageDetector cld2(String library, String tables) throws LibraryMissing {
    return new LanguageDetector(CompletableFuture.completedFuture(Cld2.load(library, tables)));
  }

  /** Completed when the statistical model has been loaded, or has failed to. */
  public CompletableFuture<Void> loading() {
    return model.thenAccept(loaded -> {});
  }

  /** The language of {@code text}; undetermined while the model is still being loaded. */
  public Language detect(CharSequence text) {
    CharSequence prose = Prose.of(text);
    Script.Majority majority = Script.majority(prose);
    return switch (majority.script()) {
      case UNKNOWN -> Language.UNDETERMINED;
      case LATIN -> latin(prose, majority);
      case HAN -> chinese(prose, majority);
      default -> byLetters(prose, majority);
    };
  }

  private Language latin(CharSequence prose, Script.Majority majority) {
    if (Hinglish.isSpokenIn(prose)) {
      return majority.language("hi");
    }
    return majority.letters() < FEWEST_LATIN_LETTERS
        ? majority.undetermined()
        : predict(prose, majority, Set.of());
  }

  private Language chinese(CharSequence prose, Script.Majority majority) {
    Language told = Han.tell(prose, majority.share());
    return told.isDetermined() ? told : predict(prose, majority, CHINESE);
  }

  private Language byLetters(CharSequence prose, Script.Majority majority) {
    boolean isShort = majority.letters() < FEWEST_LETTERS;
    Set<String> candidates = Alphabets.candidates(majority.script(), prose, isShort);
    if (candidates.size() == 1) {
      return majority.language(candidates.iterator().next());
    }
    if (!majority.onlyLanguage().isEmpty()) {
      return majority.language(majority.onlyLanguage());
    }
    String told = FunctionWords.only(majority.script(), prose, candidates);
    if (!told.isEmpty()) {
      return majority.language(told);
    }
    Set<String> likely = candidates.isEmpty() ? Alphabets.languages(majority.script()) : candidates;
    return likely.isEmpty() || isShort ? majority.undetermined() : predict(prose, majority, likely);
  }

  private Language predict(CharSequence prose, Script.Majority majority, Set<String> likely) {
    return !model.isDone() || model.isCompletedExceptionally()
        ? majority.undetermined()
        : model.join().predict(prose, majority.script().name(), likely);
  }
}
