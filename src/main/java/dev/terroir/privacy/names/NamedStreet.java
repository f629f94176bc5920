package dev.terroir.privacy.names;

/** Streets told by a word before their name, with the number behind it: Calle Mayor 5. */
final class NamedStreet {

  private static final int REACH = 80;

  private final AddressTail tail;
  private final WordSet particles;
  private final WordSet numberWords;

  NamedStreet(CueFile file, AddressTail tail) {
    this.tail = tail;
    particles = file.words("place-particle");
    numberWords = file.words("number-word");
  }

  /** What must stand there beside the name: always a number. */
  enum Needs {
    NUMBER,
    CAPITAL_OR_TOWN,
    TOWN
  }

  long read(String text, int start, int end, Needs needs) {
    int limit = Words.limit(text, start, REACH);
    int dot = Words.at(text, end) == '.' ? end + 1 : end;
    int name = Words.skipSpaces(text, dot, limit);
    int nameEnd = name == dot ? name : StreetName.end(text, name, limit, particles);
    if (nameEnd == name || !StreetName.hasCapital(text, name, nameEnd)) {
      return Range.NONE;
    }
    int number = number(text, nameEnd, limit);
    int numberEnd = numberEnd(text, number);
    if (numberEnd == number) {
      return Range.NONE;
    }
    int behind = tail.extend(text, numberEnd);
    boolean enough =
        switch (needs) {
          case NUMBER -> true;
          case CAPITAL_OR_TOWN ->
              behind > numberEnd || Words.kind(text, start) == Letters.UPPER || isIn(text, start);
          case TOWN -> behind > numberEnd;
        };
    return enough ? Range.of(start, behind) : Range.NONE;
  }

  /** "in via Roma 10": the preposition says that a place is meant. */
  private static boolean isIn(String text, int start) {
    return start > 3 && text.startsWith(" in ", start - 4);
  }

  private int number(String text, int nameEnd, int limit) {
    int dot = Words.at(text, nameEnd) == '.' ? nameEnd + 1 : nameEnd;
    int at = Words.at(text, dot) == ',' ? dot + 1 : dot;
    int number = Words.skipSpaces(text, at, limit);
    int word = numberWords.longest(text, number);
    return word == number ? number : Words.skipSpaces(text, word, limit);
  }

  /** Behind the number; "s/n" and "snc" say that there is none. */
  private static int numberEnd(String text, int at) {
    if (text.startsWith("s/n", at) || text.startsWith("snc", at)) {
      return at + 3;
    }
    return HouseNumber.end(text, at);
  }
}
