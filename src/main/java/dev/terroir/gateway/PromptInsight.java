package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.language.Language;
import dev.terroir.language.LanguageDetector;
import dev.terroir.language.LanguageHints;
import dev.terroir.policy.facts.Insight;
import dev.terroir.protection.RequestProtection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the prompt shows, found out when it is first asked for. Used from one thread at a time. */
final class PromptInsight implements Insight {

  /** Whoever has written so much that tells nothing is not going to. */
  private static final int MOST_TURNS = 8;

  private final ChatRequest request;
  private final LanguageDetector detector;
  private final RequestProtection protection;
  private final LanguageHints hints;
  private Optional<Language> language = Optional.empty();

  /**
   * @param regions ISO 3166-1 codes of the countries whose local telephone numbers count
   * @param hints where the text leaves the language open
   */
  PromptInsight(ChatRequest request, Parts parts, List<String> regions, LanguageHints hints) {
    this.request = request;
    this.detector = parts.detector();
    this.protection = parts.protector().of(request, regions);
    this.hints = hints;
  }

  /** Of the last thing that the user wrote and that is long enough to tell, else by the hints. */
  @Override
  public Language language() {
    Language found = language.orElseGet(this::detect);
    language = Optional.of(found);
    return found;
  }

  private Language detect() {
    List<String> texts = request.userTexts();
    Language last = Language.UNDETERMINED;
    for (int i = 0; i < Math.min(texts.size(), MOST_TURNS); i++) {
      Language detected = detector.detect(texts.get(i));
      if (detected.isDetermined()) {
        return detected;
      }
      last = i == 0 ? detected : last;
    }
    return hints.settle(last);
  }

  /** In any text of the request, whoever wrote it: tools' arguments and results included. */
  @Override
  public Set<String> kinds() {
    return protection.kinds();
  }

  @Override
  public Set<String> kindsSeen() {
    return protection.kindsSeen();
  }

  @Override
  public boolean showsSomebody() {
    return protection.findsSomebody();
  }

  RequestProtection protection() {
    return protection;
  }
}
