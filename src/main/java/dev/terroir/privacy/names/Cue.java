package dev.terroir.privacy.names;

import java.util.List;
import java.util.Locale;

/**
 * A word, or some, that announce a name or an address.
 *
 * @param nameBefore whether the name stands before it
 * @param capital whether it counts only where the text has a capital too
 * @param then of which one must stand behind the name; none where nothing must
 */
record Cue(Announced announced, boolean nameBefore, boolean capital, List<String> then) {

  /** What a cue announces; {@code name-cues.tsv} explains each. */
  enum Announced {
    INTRODUCTION,
    STATEMENT,
    TITLE,
    SALUTATION,
    GREETING,
    SIGN_OFF,
    LABEL,
    ROLE,
    HONORIFIC,
    STREET,
    WEAK_STREET,
    TOWN_STREET,
    DWELLING,
    REGION,
    POSTMARK,
    ADDRESS_LABEL;

    static Announced of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  Cue {
    then = List.copyOf(then);
  }

  /** Whether nothing must follow, or it does. */
  boolean isFollowed(String text, int at) {
    for (int i = 0; i < then.size(); i++) {
      String word = then.get(i);
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return then.isEmpty();
  }
}
