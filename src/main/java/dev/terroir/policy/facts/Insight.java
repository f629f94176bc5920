package dev.terroir.policy.facts;

import dev.terroir.language.Language;
import java.util.Set;

/** What the text of a request itself shows. Computed when a rule or a preference first asks. */
public interface Insight {

  Language language();

  /** The kinds of identifiers found, as in {@code IN.aadhaar}. */
  Set<String> identifiers();

  /** Where there is no text. */
  Insight NOTHING = new Known(Language.UNDETERMINED, Set.of());

  /** What a text would show, where somebody says so beforehand. */
  record Known(Language language, Set<String> identifiers) implements Insight {

    public Known {
      identifiers = Set.copyOf(identifiers);
    }
  }
}
