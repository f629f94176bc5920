package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.language.Language;
import dev.terroir.language.LanguageDetector;
import dev.terroir.policy.facts.Insight;
import java.util.Optional;
import java.util.Set;

/** What the prompt shows, found out when it is first asked for. Used from one thread at a time. */
final class PromptInsight implements Insight {

  private final ChatRequest request;
  private final LanguageDetector detector;
  private Optional<Language> language = Optional.empty();

  PromptInsight(ChatRequest request, LanguageDetector detector) {
    this.request = request;
    this.detector = detector;
  }

  /** Of the last thing that the user wrote and that is long enough to tell. */
  @Override
  public Language language() {
    Language found = language.orElseGet(this::detect);
    language = Optional.of(found);
    return found;
  }

  private Language detect() {
    for (String text : request.userTexts()) {
      Language detected = detector.detect(text);
      if (detected.isDetermined()) {
        return detected;
      }
    }
    return Language.UNDETERMINED;
  }

  /** No rule can ask for any yet: the loader knows none. */
  @Override
  public Set<String> identifiers() {
    return Set.of();
  }
}
