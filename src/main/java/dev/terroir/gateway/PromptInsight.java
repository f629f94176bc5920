package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.language.Language;
import dev.terroir.language.LanguageDetector;
import dev.terroir.policy.facts.Insight;
import dev.terroir.privacy.IdentifierForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the prompt shows, found out when it is first asked for. Used from one thread at a time. */
final class PromptInsight implements Insight {

  private final ChatRequest request;
  private final LanguageDetector detector;
  private final Map<String, Boolean> found = new HashMap<>();
  private Optional<Language> language = Optional.empty();
  private Optional<List<String>> texts = Optional.empty();

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

  /** In any text of the request, whoever wrote it: tools' arguments and results included. */
  @Override
  public boolean holdsAny(Set<String> kinds) {
    for (String kind : kinds) {
      if (found.computeIfAbsent(kind, this::isFound)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFound(String kind) {
    if (texts.isEmpty()) {
      texts = Optional.of(request.everyText());
    }
    return texts.get().stream().anyMatch(text -> IdentifierForms.standsIn(kind, text));
  }
}
