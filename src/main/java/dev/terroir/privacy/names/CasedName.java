package dev.terroir.privacy.names;

import dev.terroir.privacy.names.Cue.Announced;

/** Reads a name in a script with capitals: up to four words, with initials and particles. */
final class CasedName {

  private static final int MOST_WORDS = 4;
  private static final int MOST_LOWER_WORDS = 3;
  private static final int REACH = 100;

  private final Cues cues;
  private final WordSet nobody;
  private final WordSet particles;
  private final WordSet leading;

  /**
   * @param leading the particles that a name may begin with
   */
  CasedName(Cues cues, WordSet nobody, WordSet particles, WordSet leading) {
    this.cues = cues;
    this.nobody = nobody;
    this.particles = particles;
    this.leading = leading;
  }

  /** The capitalised name at {@code from}, behind titles. */
  long read(String text, int from) {
    int limit = Words.limit(text, from, REACH);
    int start = skipTitles(text, from, limit);
    int end = start;
    int at = start;
    for (int words = 0; words < MOST_WORDS && at < limit; ) {
      int wordEnd = wordOrInitial(text, at, limit);
      if (wordEnd > at) {
        end = wordEnd;
        words++;
      } else {
        wordEnd = particle(text, at, limit);
        boolean leads = at > start || leading.contains(text, at, Words.end(text, at, limit));
        if (wordEnd == at || !leads) {
          break;
        }
      }
      at = next(text, wordEnd, limit);
      if (at < 0) {
        break;
      }
    }
    return end == start ? Range.NONE : checked(text, start, end);
  }

  /** A name without capitals: up to three words that end before an ordinary word or a mark. */
  long readLower(String text, int from) {
    int limit = Words.limit(text, from, REACH);
    int end = from;
    int at = from;
    for (int words = 0; words < MOST_LOWER_WORDS && at < limit; words++) {
      int wordEnd = Words.end(text, at, limit);
      if (wordEnd < at + 2 || nobody.contains(text, at, wordEnd)) {
        break;
      }
      end = wordEnd;
      at = next(text, wordEnd, limit);
      if (at < 0) {
        break;
      }
      at = lowerParticle(text, at, limit);
    }
    return end == from ? Range.NONE : checked(text, from, end);
  }

  /** Behind the particle at {@code at}, where a word that may be a name follows. */
  private int lowerParticle(String text, int at, int limit) {
    int end = Words.end(text, at, limit);
    int next = Words.skipSpaces(text, end, limit);
    int nextEnd = Words.end(text, next, limit);
    boolean particle = particles.contains(text, at, end) && nextEnd > next + 2;
    return particle && !nobody.contains(text, next, nextEnd) ? next : at;
  }

  int skipTitles(String text, int from, int limit) {
    int at = from;
    for (int titles = 0; titles < MOST_WORDS && at < limit; titles++) {
      long found = cues.at(text, at);
      if (found == Range.NONE || cues.cue(found).announced() != Announced.TITLE) {
        return at;
      }
      int end = Range.end(found);
      int next = Words.skipSpaces(text, Words.at(text, end) == '.' ? end + 1 : end, limit);
      if (next == end) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private int wordOrInitial(String text, int at, int limit) {
    if (Words.kind(text, at) == Letters.UPPER && Words.at(text, at + 1) == '.') {
      return at + 2;
    }
    int end = Words.end(text, at, limit);
    return isName(text, at, end) ? end : at;
  }

  private boolean isName(String text, int start, int end) {
    return end > start + 1
        && Words.isCapitalised(text, start, end)
        && !nobody.contains(text, start, end)
        && !(particles.contains(text, start, end)
            && !isName(text, end + 1, Words.end(text, end + 1, text.length())))
        && !isStuck(text, end);
  }

  private static boolean isStuck(String text, int end) {
    return Words.isGlued(text, end) && Words.at(text, end) != '(';
  }

  /** A particle counts before a name only. */
  private int particle(String text, int at, int limit) {
    int end = at;
    for (int i = 0; i < 3; i++) {
      int start = i == 0 ? at : end + 1;
      int wordEnd = Words.end(text, start, limit);
      if (!particles.contains(text, start, wordEnd) || Words.kind(text, wordEnd) != Letters.SPACE) {
        return at;
      }
      end = wordEnd;
      if (isName(text, end + 1, Words.end(text, end + 1, limit))) {
        return end;
      }
    }
    return at;
  }

  /** Where the next word starts, or below zero where the name ends. */
  private static int next(String text, int end, int limit) {
    int at = Words.skipSpaces(text, end, limit);
    boolean initials = text.charAt(end - 1) == '.' && Words.kind(text, end) == Letters.UPPER;
    boolean parted = at == end ? initials : at <= end + 2;
    return parted && at < limit ? at : -1;
  }

  private static long checked(String text, int start, int end) {
    boolean possessive =
        end > start + 3
            && Letters.fold(text.charAt(end - 2)) == '\''
            && Letters.fold(text.charAt(end - 1)) == 's';
    int last = possessive ? end - 2 : end;
    boolean onlyInitial = last - start == 2 && text.charAt(last - 1) == '.';
    return onlyInitial ? Range.NONE : Range.of(start, last);
  }
}
