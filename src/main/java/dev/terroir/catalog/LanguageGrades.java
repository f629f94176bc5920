package dev.terroir.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grade of each model in each language: what the newest evidence says, the lower of two of one
 * day; what its maker documents where there is none. Immutable.
 */
public final class LanguageGrades {

  /** Without any evidence. */
  public static final LanguageGrades OF_MAKERS = new LanguageGrades(List.of());

  private static final Comparator<LanguageEvidence> WORTH =
      Comparator.comparing(LanguageEvidence::date)
          .thenComparing(LanguageEvidence::grade, Comparator.reverseOrder());

  private final List<LanguageEvidence> evidence;
  private final Map<ModelId, Map<String, LanguageEvidence>> deciding = new HashMap<>();

  public LanguageGrades(Collection<LanguageEvidence> evidence) {
    this.evidence = List.copyOf(evidence);
    for (LanguageEvidence it : evidence) {
      deciding
          .computeIfAbsent(it.model(), id -> new HashMap<>())
          .merge(it.language(), it, (one, other) -> WORTH.compare(one, other) < 0 ? other : one);
    }
  }

  public List<LanguageEvidence> evidence() {
    return evidence;
  }

  public LanguageGrade of(Model model, String language) {
    LanguageEvidence evidence = deciding.getOrDefault(model.id(), Map.of()).get(language);
    if (evidence != null) {
      return evidence.grade();
    }
    return model.languages().contains(language) ? LanguageGrade.DOCUMENTED : LanguageGrade.NONE;
  }

  /** The languages of which anybody says anything about {@code model}. */
  public Set<String> languages(Model model) {
    Set<String> languages = new HashSet<>(model.languages());
    languages.addAll(deciding.getOrDefault(model.id(), Map.of()).keySet());
    return languages;
  }
}
