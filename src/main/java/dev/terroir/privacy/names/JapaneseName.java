package dev.terroir.privacy.names;

/** Reads a name in kanji, katakana or hiragana, which no spaces part from the words around it. */
final class JapaneseName {

  private static final int MOST_CHARACTERS = 14;
  private static final int MOST_KANJI = 6;
  private static final String UNITS = "部課社店局室係科長";

  private final WordSet nobody;
  private final WordSet endings;

  /**
   * @param nobody runs of characters that are nobody's name
   * @param endings what stands behind a name: です
   */
  JapaneseName(WordSet nobody, WordSet endings) {
    this.nobody = nobody;
    this.endings = endings;
  }

  /** The name at {@code from} that an ending, a mark or the line's end follows. */
  long read(String text, int from) {
    int limit = Words.limit(text, from, MOST_CHARACTERS);
    int at = from;
    while (at < limit && isInName(text, at) && !(at > from && endings.longest(text, at) > at)) {
      at++;
    }
    boolean ended = endings.longest(text, at) > at || !Letters.isLetter(Words.kind(text, at));
    return at >= from + 2 && ended && !isNobody(text, from, at) ? Range.of(from, at) : Range.NONE;
  }

  private static boolean isInName(String text, int at) {
    return Letters.isJapanese(Words.kind(text, at))
        || (Words.kind(text, at) == Letters.SPACE && Letters.isJapanese(Words.kind(text, at + 1)));
  }

  /** An adjective or a verb is no name: kanji, then one or two hiragana that end in い, な, る, く. */
  private boolean isNobody(String text, int start, int end) {
    boolean inflected =
        "いなるくりた".indexOf(text.charAt(end - 1)) >= 0
            && Words.kind(text, start) != Letters.HIRAGANA
            && end - start <= 4;
    return inflected || nobody.contains(text, start, end);
  }

  /** The run of kanji or of katakana that ends at {@code end}. */
  long before(String text, int end) {
    byte kind = Words.kind(text, end - 1);
    if (kind != Letters.KANJI && kind != Letters.KATAKANA) {
      return Range.NONE;
    }
    int most = kind == Letters.KANJI ? MOST_KANJI : MOST_CHARACTERS;
    int start = run(text, end, kind);
    if (end - start > most || isPolite(text, start)) {
      return Range.NONE;
    }
    start = afterUnit(text, start, end);
    if (nobody.contains(text, start, end) || text.charAt(end - 1) == '屋') {
      return Range.NONE;
    }
    return Range.of(withSurname(text, start, kind), end);
  }

  private static int run(String text, int end, byte kind) {
    int floor = Math.max(0, end - MOST_CHARACTERS - 1);
    int start = end;
    while (start > floor && Words.kind(text, start - 1) == kind) {
      start--;
    }
    return start;
  }

  private static boolean isPolite(String text, int start) {
    char before = Words.at(text, start - 1);
    return before == 'お' || before == 'ご';
  }

  private static int afterUnit(String text, int start, int end) {
    for (int at = end - 1; at > start + 1; at--) {
      if (UNITS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return start;
  }

  /** A family name before a space belongs to it: 山田 太郎. */
  private static int withSurname(String text, int start, byte kind) {
    if (Words.kind(text, start - 1) != Letters.SPACE) {
      return start;
    }
    int surname = run(text, start - 1, kind);
    boolean isShort = start - 1 - surname <= 4 && surname < start - 1;
    return isShort && !Letters.isJapanese(Words.kind(text, surname - 1)) ? surname : start;
  }
}
