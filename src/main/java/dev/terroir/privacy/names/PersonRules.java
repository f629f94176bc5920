package dev.terroir.privacy.names;

/** Decides, for each kind of cue, whether a name stands next to it. */
final class PersonRules {

  private static final int FILLER = 8;

  private final Cues cues;
  private final CasedName cased;
  private final HindiName hindi;
  private final JapaneseName japanese;
  private final WordSet conjunctions;

  PersonRules(CueFile file, Cues cues) {
    this.cues = cues;
    WordSet nobody = file.words("nobody");
    this.cased =
        new CasedName(cues, nobody, file.words("particle"), file.words("leading-particle"));
    this.hindi = new HindiName(nobody);
    this.japanese = new JapaneseName(nobody, file.words("name-ending"));
    this.conjunctions = file.words("conjunction");
  }

  /** Where the name is that {@code cue} announces, or {@code NONE}. */
  long read(String text, Cue cue, int start, int end) {
    return switch (cue.announced()) {
      case INTRODUCTION -> introduced(text, filler(text, end), cue, true);
      case STATEMENT -> stated(text, filler(text, end), cue, start);
      case TITLE -> titled(text, end);
      case SALUTATION -> Words.startsSentence(text, start) ? saluted(text, end) : Range.NONE;
      case GREETING -> Words.startsSentence(text, start) ? greeted(text, end) : Range.NONE;
      case SIGN_OFF -> Words.startsSentence(text, start) ? signed(text, end) : Range.NONE;
      case LABEL -> labelled(text, start, end, true);
      case ROLE -> labelled(text, start, end, false);
      case HONORIFIC -> honoured(text, start);
      case STREET, WEAK_STREET, TOWN_STREET, DWELLING, REGION, POSTMARK, ADDRESS_LABEL ->
          Range.NONE;
    };
  }

  /**
   * A second name that a salutation goes on with: Dear Anna and Tom.
   *
   * @param start of the salutation
   * @param end of {@code first}, the name before
   */
  long second(String text, int start, int end, long first) {
    long cue = Range.isAddress(first) ? Range.NONE : cues.at(text, start);
    int at = end + 1;
    int behind = conjunctions.longest(text, at);
    if (cue == Range.NONE
        || cues.cue(cue).announced() != Cue.Announced.SALUTATION
        || Words.kind(text, end) != Letters.SPACE
        || behind == at
        || Words.kind(text, behind) != Letters.SPACE) {
      return Range.NONE;
    }
    return cased.read(text, behind + 1);
  }

  private long name(String text, int at, boolean lower) {
    byte kind = Words.kind(text, at);
    if (kind == Letters.DEVANAGARI) {
      return hindi.read(text, at);
    }
    if (Letters.isJapanese(kind)) {
      return japanese.read(text, at);
    }
    if (!Words.isCased(kind)) {
      return Range.NONE;
    }
    long name = cased.read(text, at);
    return name == Range.NONE && lower && kind == Letters.LOWER
        ? cased.readLower(text, cased.skipTitles(text, at, text.length()))
        : name;
  }

  private long introduced(String text, int at, Cue cue, boolean lower) {
    long name = name(text, at, lower);
    return name != Range.NONE && follows(text, Range.end(name), cue) ? name : Range.NONE;
  }

  private static boolean follows(String text, int end, Cue cue) {
    int at = end;
    while (at < end + 3 && " ,、".indexOf(Words.at(text, at)) >= 0) {
      at++;
    }
    return cue.isFollowed(text, at);
  }

  /** "I am" and its like: two words in capitals, where the cue does not ask for more behind. */
  private long stated(String text, int at, Cue cue, int start) {
    long name = introduced(text, at, cue, false);
    if (name == Range.NONE || !cue.then().isEmpty()) {
      return name;
    }
    boolean led = Words.kind(text, Range.start(name)) == Letters.LOWER;
    boolean shouted = Words.kind(text, at - 2) == Letters.UPPER && start < at - 3;
    return !led && !shouted && isSeveral(text, name) ? name : Range.NONE;
  }

  private static boolean isSeveral(String text, long name) {
    for (int at = Range.start(name); at < Range.end(name); at++) {
      if (Words.kind(text, at) == Letters.SPACE) {
        return true;
      }
    }
    return false;
  }

  private long titled(String text, int end) {
    int at = Words.at(text, end) == '.' ? end + 1 : end;
    int start = Words.skipSpaces(text, at, Words.limit(text, at, 2));
    byte kind = Words.kind(text, start);
    return kind == Letters.UPPER || kind == Letters.DEVANAGARI || at < start
        ? capitalOnly(text, start)
        : Range.NONE;
  }

  private long capitalOnly(String text, int at) {
    return Letters.isJapanese(Words.kind(text, at)) ? Range.NONE : name(text, at, false);
  }

  private long saluted(String text, int end) {
    int start = Words.skipSpaces(text, end, Words.limit(text, end, 3));
    if (start == end) {
      return Range.NONE;
    }
    long name = capitalOnly(text, start);
    if (name == Range.NONE) {
      return name;
    }
    int behind = Range.end(name);
    int next = Words.skipSpaces(text, behind, Words.limit(text, behind, 3));
    boolean goesOn = next > behind && Words.kind(text, next) == Letters.UPPER;
    return goesOn || Words.isGlued(text, behind) ? Range.NONE : name;
  }

  private long greeted(String text, int end) {
    int comma = Words.at(text, end) == ',' ? end + 1 : end;
    long name = saluted(text, comma);
    if (name == Range.NONE || Words.kind(text, Range.start(name)) == Letters.LOWER) {
      return Range.NONE;
    }
    byte kind = Words.kind(text, Range.end(name));
    return kind == Letters.BREAK || kind == Letters.OTHER ? name : Range.NONE;
  }

  /** The name stands alone in what is left of the line, or in the next line. */
  private long signed(String text, int end) {
    int limit = Words.limit(text, end, 12);
    int at = end;
    while (at < limit
        && (Words.isBlank(Words.kind(text, at)) || " ,.!-–—、。".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    long name = at == end ? Range.NONE : name(text, at, false);
    return name != Range.NONE && Words.endsLine(text, Range.end(name)) ? name : Range.NONE;
  }

  private long labelled(String text, int start, int end, boolean label) {
    int before = Words.before(text, start);
    byte kind = Words.kind(text, before);
    boolean glued = before == start - 1 && "-_.".indexOf(Words.at(text, before)) >= 0;
    if (glued || (label && kind >= Letters.DIGIT)) {
      return Range.NONE;
    }
    int colon = Words.skipSpacesAndQuotes(text, end, Words.limit(text, end, 4));
    if (Letters.fold(Words.at(text, colon)) != ':') {
      return Range.NONE;
    }
    int at = Words.skipSpacesAndQuotes(text, colon + 1, Words.limit(text, colon + 1, FILLER));
    long name = name(text, at, label);
    if (name == Range.NONE || isField(text, name, Words.isQuote(text, end))) {
      return Range.NONE;
    }
    return withGivenName(text, name);
  }

  /** A value of one word without a capital, or in quotes as a key's value, is rather a thing. */
  private static boolean isField(String text, long name, boolean quoted) {
    int end = Range.end(name);
    byte first = Words.kind(text, Range.start(name));
    byte next = Words.kind(text, end);
    if (":(=[".indexOf(Words.at(text, end)) >= 0 || Words.isGlued(text, end)) {
      return true;
    }
    boolean several = isSeveral(text, name);
    boolean shouted = end - Range.start(name) < 4 && Words.kind(text, end - 1) == Letters.UPPER;
    boolean goesOn = Words.kind(text, end + 1) == Letters.LOWER && next == Letters.SPACE;
    if (!several && (shouted || goesOn)) {
      return true;
    }
    if (first == Letters.LOWER && next != Letters.BREAK && next != Letters.OTHER) {
      return true;
    }
    return (quoted || first == Letters.LOWER) && Words.isCased(first) && !several;
  }

  /** Müller, Anna. */
  private long withGivenName(String text, long name) {
    int end = Range.end(name);
    if (Words.at(text, end) != ',' || Words.kind(text, end + 1) != Letters.SPACE) {
      return name;
    }
    long given =
        Words.kind(text, end + 2) == Letters.UPPER ? cased.read(text, end + 2) : Range.NONE;
    boolean ends =
        given != Range.NONE
            && (Words.endsLine(text, Range.end(given))
                || ";)|\"".indexOf(Words.at(text, Range.end(given))) >= 0);
    return ends ? Range.of(Range.start(name), Range.end(given)) : name;
  }

  private long honoured(String text, int start) {
    int end = start;
    char before = Words.at(text, start - 1);
    byte kind = Words.kind(text, start - 1);
    if (kind == Letters.SPACE || Letters.fold(before) == '-') {
      end--;
    }
    kind = Words.kind(text, end - 1);
    if (kind == Letters.DEVANAGARI) {
      return end < start ? hindi.before(text, end) : Range.NONE;
    }
    if (Letters.isJapanese(kind)) {
      return Letters.isJapanese(Words.kind(text, start)) ? japanese.before(text, end) : Range.NONE;
    }
    return end < start ? casedBefore(text, end) : Range.NONE;
  }

  private long casedBefore(String text, int end) {
    long best = Range.NONE;
    int before = end;
    for (int words = 0; words < 3; words++) {
      int start = Words.start(text, before, Math.max(0, end - 40));
      long name =
          start < before && Words.kind(text, start) == Letters.UPPER
              ? cased.read(text, start)
              : Range.NONE;
      if (name == Range.NONE || Range.end(name) < end) {
        break;
      }
      best = Range.of(Range.start(name), end);
      before = start - 1;
      if (Words.kind(text, before) != Letters.SPACE) {
        break;
      }
    }
    return best;
  }

  private static int filler(String text, int end) {
    int limit = Words.limit(text, end, FILLER);
    int at = Words.skipSpacesAndQuotes(text, end, limit);
    if (Letters.fold(Words.at(text, at)) == ':') {
      at = Words.skipSpacesAndQuotes(text, at + 1, limit);
    }
    return at;
  }
}
