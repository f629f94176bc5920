package dev.terroir.policy;

import dev.terroir.language.Language;
import java.util.Set;

/** What the text of a request itself shows. Computed when a rule or a preference first asks. */
public interface Insight {

  Language language();

  /** The kinds of identifiers found, as in {@code IN.aadhaar}. */
  Set<String> identifiers();

  /** Where there is no text. */
  Insight NOTHING =
      new Insight() {
        @Override
        public Language language() {
          return Language.UNDETERMINED;
        }

        @Override
        public Set<String> identifiers() {
          return Set.of();
        }
      };
}
