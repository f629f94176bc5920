package dev.terroir.policy.facts;

import dev.terroir.language.Language;
import java.util.Set;

/** What the text of a request itself shows. Computed when a rule or a preference first asks. */
public interface Insight {

  Language language();

  /** What stands in the text and is told by its pattern: {@code email}, {@code IN.aadhaar}. */
  Set<String> kinds();

  /** What {@link #kinds} has found, where somebody has asked before; computes nothing. */
  Set<String> kindsSeen();

  /** Whether somebody's name or address stands in the text, as far as that can be told. */
  boolean showsSomebody();

  /** Where there is no text. */
  Insight NOTHING = new Known(Language.UNDETERMINED, Set.of());

  /** What a text would show, where somebody says so beforehand. */
  record Known(Language language, Set<String> kinds) implements Insight {
    public Known {
      kinds = Set.copyOf(kinds);
    }

    @Override
    public Set<String> kindsSeen() {
      return kinds;
    }

    @Override
    public boolean showsSomebody() {
      return kinds.contains("person") || kinds.contains("address");
    }
  }
}
