package dev.terroir.policy.rule;

import dev.terroir.catalog.LanguageGrade;
import java.util.Optional;

/**
 * The language of a tenant's requests.
 *
 * @param usual the primary tag of what most of them are in: a hint where a text shows nothing
 * @param floor how well a model must know the language of a request
 */
public record Speech(Optional<String> usual, Optional<LanguageGrade> floor) {

  /** Whatever language, known however well. */
  public static final Speech ANY = new Speech(Optional.empty(), Optional.empty());
}
