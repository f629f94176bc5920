package dev.terroir.policy.facts;

import dev.terroir.language.Language;
import java.util.Collections;
import java.util.Set;

/** What the text of a request itself shows. Computed when a rule or a preference first asks. */
public interface Insight {

  Language language();

  /** Whether an identifier of one of {@code kinds}, as in {@code IN.aadhaar}, is in the text. */
  boolean holdsAny(Set<String> kinds);

  /** Where there is no text. */
  Insight NOTHING = new Known(Language.UNDETERMINED, Set.of());

  /** What a text would show, where somebody says so beforehand. */
  record Known(Language language, Set<String> identifiers) implements Insight {

    public Known {
      identifiers = Set.copyOf(identifiers);
    }

    @Override
    public boolean holdsAny(Set<String> kinds) {
      return !Collections.disjoint(kinds, identifiers);
    }
  }
}
