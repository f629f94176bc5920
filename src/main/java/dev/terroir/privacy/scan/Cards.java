package dev.terroir.privacy.scan;

/**
 * Numbers of payment cards: 13 to 19 digits with at most a space or dash between two, so that each
 * group of a row of digits may begin one and each may end one. The sums of Luhn (ISO/IEC 7812-1,
 * annex B) are kept from the beginning of the row, modulo 10, so that each of the lengths costs one
 * comparison, however the digits are grouped. No network begins with 0. Used by one scan.
 */
final class Cards {

  /** As the library of identifiers names it, whose form and check are the measure of this. */
  static final String KIND = "ZZ.pan-card";

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  /** What Luhn makes of every second digit: the digits of its double added up. */
  private static final byte[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  private final PlainView view;
  private final byte[] kinds;
  private int[] places = {};
  private byte[] alike = {};
  private byte[] evenPlain = {};
  private byte[] oddPlain = {};
  private int parted;
  private int end;

  /** Told of each number. */
  interface Found {
    void at(int start, int end);
  }

  Cards(PlainView view) {
    this.view = view;
    this.kinds = view.kinds();
    this.parted = view.nextParted(0);
  }

  /** Behind the last row that was read. */
  int end() {
    return end;
  }

  /** Reads the row of digits that begins at {@code start}; most are too short to be looked at. */
  void read(int start, Found found) {
    int digits = 0;
    for (int next = start; isDigit(next); next = next(next)) {
      digits++;
      end = next + 1;
    }
    if (digits >= SHORTEST) {
      makeRoom(digits);
      sum(start, digits);
      search(digits, found);
    }
  }

  private void search(int digits, Found found) {
    int from = 0;
    while (from + SHORTEST <= digits) {
      int to = kinds[places[from]] != '0' && mayBegin(places[from]) ? endFrom(from, digits) : 0;
      if (to > 0) {
        found.at(places[from], places[to - 1] + 1);
      }
      from = to > 0 && view.isWhole() ? to : from + 1;
    }
  }

  private boolean mayBegin(int place) {
    return !view.isInWord(place) || view.isParted(place);
  }

  /** Behind which digit the longest number ends that begins with a digit, or 0. */
  private int endFrom(int from, int digits) {
    int start = places[from];
    if (parted <= start) {
      parted = view.nextParted(start + 1);
    }
    int most = view.isInWord(start) ? parted : view.length();
    for (int to = Math.min(digits, from + LONGEST); to >= from + SHORTEST; to--) {
      if (holds(from, to) && mayEnd(places[to - 1] + 1, most)) {
        return to;
      }
    }
    return 0;
  }

  /** Whether the digits pass, and are not all the same. */
  private boolean holds(int from, int to) {
    byte[] sums = (to & 1) == 1 ? evenPlain : oddPlain;
    return sums[to] == sums[from] && alike[to - 1] < to - from;
  }

  private boolean mayEnd(int behind, int most) {
    return behind <= most && (view.isClosed(behind) || behind == parted);
  }

  /** Where the next digit of the row stands, if it goes on. */
  private int next(int digit) {
    byte behind = kinds[digit + 1];
    return behind == ' ' || behind == '-' ? digit + 2 : digit + 1;
  }

  private void sum(int start, int digits) {
    int even = 0;
    int odd = 0;
    int last = -1;
    int same = 0;
    int next = start;
    for (int i = 0; i < digits; i++) {
      int digit = kinds[next] - '0';
      same = digit == last ? Math.min(LONGEST, same + 1) : 1;
      even = plus(even, (i & 1) == 0 ? digit : DOUBLED[digit]);
      odd = plus(odd, (i & 1) == 0 ? DOUBLED[digit] : digit);
      places[i] = next;
      alike[i] = (byte) same;
      evenPlain[i + 1] = (byte) even;
      oddPlain[i + 1] = (byte) odd;
      last = digit;
      next = next(next);
    }
  }

  private static int plus(int sum, int digit) {
    int next = sum + digit;
    return next < 10 ? next : next - 10;
  }

  private void makeRoom(int digits) {
    if (places.length < digits) {
      places = new int[digits];
      alike = new byte[digits];
      evenPlain = new byte[digits + 1];
      oddPlain = new byte[digits + 1];
    }
  }

  private boolean isDigit(int place) {
    return Alphabet.isDigit(view.kind(place));
  }
}
