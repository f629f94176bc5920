package dev.terroir.privacy.names;

/** Streets that are told by a number: German before it, French and English behind it. */
final class NumberedStreet {

  private static final int REACH = 70;
  private static final int LONGEST_ENDING = 8;
  private static final int MOST_WORDS = 5;

  private final AddressTail tail;
  private final WordSet nobody;
  private final WordSet particles;
  private final WordSet endings;
  private final WordSet weakEndings;
  private final WordSet noStreets;
  private final WordSet adjectives;
  private final WordSet typesBefore;
  private final WordSet typesBehind;
  private final WordSet directions;
  private final WordSet repeats;

  NumberedStreet(CueFile file, AddressTail tail) {
    this.tail = tail;
    nobody = file.words("nobody");
    particles = file.words("place-particle");
    endings = file.words("street-ending");
    weakEndings = file.words("weak-street-ending");
    noStreets = file.words("no-street");
    adjectives = file.words("street-adjective");
    typesBefore = file.words("street-after-number");
    typesBehind = file.words("street-behind-name");
    directions = file.words("street-direction");
    repeats = file.words("number-repeat");
  }

  long read(String text, int at, int floor) {
    int end = HouseNumber.end(text, at);
    if (end == at) {
      return Range.NONE;
    }
    long german = german(text, at, end, floor);
    if (german != Range.NONE) {
      return german;
    }
    long french = french(text, at, end);
    return french == Range.NONE ? english(text, at, end) : french;
  }

  private long german(String text, int at, int end, int floor) {
    if (Words.kind(text, at - 1) != Letters.SPACE) {
      return Range.NONE;
    }
    int wordEnd = Words.at(text, at - 2) == '.' ? at - 2 : at - 1;
    int start = Words.start(text, wordEnd, Math.max(floor, wordEnd - 40));
    if (Words.kind(text, start) != Letters.UPPER || start == wordEnd) {
      return Range.NONE;
    }
    boolean comma = Words.at(text, end) == ',';
    if (!comma && !endsAsStreet(text, start, wordEnd)) {
      return Range.NONE;
    }
    int behind = tail.extend(text, end);
    boolean known = isStreet(text, start, wordEnd, behind > end);
    boolean bare = known && isEnding(text, start, wordEnd);
    int first = known && !bare ? adjective(text, start, floor) : back(text, start, floor, bare);
    if (known && !(bare && first == start)) {
      return Range.of(first, behind);
    }
    boolean town = behind > end && Letters.isLetter(Words.kind(text, behind - 1));
    boolean german = town && comma && first < wordEnd;
    return german && !nobody.contains(text, first, wordEnd) ? Range.of(first, behind) : Range.NONE;
  }

  private boolean isStreet(String text, int start, int end, boolean postcode) {
    for (int from = Math.max(start, end - LONGEST_ENDING); from <= end - 3; from++) {
      if (endings.contains(text, from, end)
          || (weakEndings.contains(text, from, end)
              && (postcode || !noStreets.contains(text, start, end)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may be one: a look that costs less than one at what stands behind the number. */
  private boolean endsAsStreet(String text, int start, int end) {
    return isStreet(text, start, end, true);
  }

  private boolean isEnding(String text, int start, int end) {
    return endings.contains(text, start, end) || weakEndings.contains(text, start, end);
  }

  private int adjective(String text, int start, int floor) {
    int before = Words.start(text, start - 1, Math.max(floor, start - 20));
    return start > 0
            && Words.kind(text, start - 1) == Letters.SPACE
            && adjectives.contains(text, before, start - 1)
        ? before
        : start;
  }

  /** Over the words in capitals, and the small ones between them, that lead to {@code start}. */
  private int back(String text, int start, int floor, boolean bare) {
    int first = start;
    int at = start;
    for (int words = 0; words < 3 && Words.kind(text, at - 1) == Letters.SPACE; words++) {
      int before = Words.start(text, at - 1, Math.max(floor, at - 30));
      boolean capital = Words.kind(text, before) == Letters.UPPER && before < at - 1;
      boolean particle = !bare && particles.contains(text, before, at - 1);
      if (!particle && !(capital && !nobody.contains(text, before, at - 1))) {
        break;
      }
      first = capital ? before : first;
      at = before;
    }
    return first;
  }

  private long french(String text, int at, int end) {
    int limit = Words.limit(text, at, REACH);
    int start = Words.skipSpaces(text, end, limit);
    int repeat = repeats.longest(text, start);
    start = Words.skipSpaces(text, repeat, limit);
    start = Words.at(text, start) == ',' ? Words.skipSpaces(text, start + 1, limit) : start;
    int type = typesBefore.longest(text, start);
    if (type == start || start == end || Words.kind(text, type) != Letters.SPACE) {
      return Range.NONE;
    }
    int name = StreetName.end(text, type + 1, limit, particles);
    int behind = name > type ? tail.extend(text, name) : name;
    boolean capital = StreetName.hasCapital(text, type + 1, name);
    return name > type + 1 && (capital || behind > name) ? Range.of(at, behind) : Range.NONE;
  }

  private long english(String text, int at, int end) {
    int limit = Words.limit(text, at, REACH);
    boolean comma = Words.at(text, end) == ',';
    int word = Words.skipSpaces(text, comma ? end + 1 : end, limit);
    int street = end;
    for (int words = 0; words < MOST_WORDS && word > end; words++) {
      int wordEnd = word(text, word, limit);
      if (wordEnd == word) {
        break;
      }
      if (words > 0 && typesBehind.contains(text, word, wordEnd)) {
        street = wordEnd;
      }
      int dot = Words.at(text, wordEnd) == '.' && wordEnd - word <= 4 ? wordEnd + 1 : wordEnd;
      int next = Words.skipSpaces(text, dot, limit);
      word = next == dot ? end : next;
    }
    if (street == end) {
      return Range.NONE;
    }
    street = direction(text, street);
    int behind = tail.extend(text, street);
    return comma && behind == street ? Range.NONE : Range.of(at, behind);
  }

  /** A word in capitals, or 5th. */
  private static int word(String text, int at, int limit) {
    byte kind = Words.kind(text, at);
    int digits = HouseNumber.digits(text, at);
    int end = Words.end(text, digits, limit);
    boolean ordinal = digits > at && end == digits + 2;
    return kind == Letters.UPPER || ordinal ? end : at;
  }

  private int direction(String text, int street) {
    int dot =
        Words.at(text, street) == '.'
                && Words.kind(text, street + 1) == Letters.SPACE
                && Words.kind(text, street + 2) == Letters.UPPER
            ? street + 1
            : street;
    int end = Words.end(text, dot + 1, Words.limit(text, dot + 1, 12));
    boolean direction =
        Words.kind(text, dot) == Letters.SPACE && directions.contains(text, dot + 1, end);
    return direction ? end : street;
  }
}
