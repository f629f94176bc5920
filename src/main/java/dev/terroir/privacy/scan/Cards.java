package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.automaton.Alphabet;
import dev.terroir.privacy.scan.automaton.PlainView;
import java.util.List;

/**
 * Numbers of payment cards: 13 to 19 digits with at most a space or dash between two, so that each
 * group of a row of digits may begin one and each may end one. The sums of Luhn (ISO/IEC 7812-1,
 * annex B) are kept from the beginning of the row, so that each of the lengths costs one
 * difference. No network begins with 0. Used by one scan.
 */
final class Cards {

  /** As the library of identifiers names it, whose form and check are the measure of this. */
  static final String KIND = "ZZ.pan-card";

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  /** How many gaps are kept at a time, of which those of the longest number are kept further. */
  private static final int ROOM = 128;

  /** What Luhn makes of every second digit: the digits of its double added up. */
  private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  /** What a digit adds to both sums: with those of odd, and of even places doubled. */
  private static final long[] VALUES = values();

  private final PlainView view;
  private final byte[] kinds;
  private final boolean whole;

  /** Of each gap where the group behind it begins, and where the one before it ended. */
  private int[] starts = {};

  private int[] ends = {};

  /** What stands before it in the row, and the two sums of that, each in half a number. */
  private int[] digits = {};

  private long[] sums = {};

  /** How many digits right before it are the same. */
  private int[] alike = {};

  /** The first gap where a number may still begin, and the first where that may end. */
  private int from;

  private int least;
  private int count;
  private int last;
  private int parted;
  private int end;

  /** Told of each number. */
  interface Found {
    void at(int start, int end);
  }

  Cards(PlainView view) {
    this.view = view;
    this.kinds = view.kinds();
    this.whole = view.isWhole();
    this.parted = view.nextParted(0);
  }

  private static long[] values() {
    long[] values = new long[2 * DOUBLED.length];
    for (int digit = 0; digit < DOUBLED.length; digit++) {
      values[digit] = digit | (long) DOUBLED[digit] << Integer.SIZE;
      values[DOUBLED.length + digit] = DOUBLED[digit] | (long) digit << Integer.SIZE;
    }
    return values;
  }

  /** Behind the last row that was read. */
  int end() {
    return end;
  }

  /** Reads the row of digits that begins at {@code start}; most are too short to be looked at. */
  void read(int start, Found found) {
    if (isShort(start)) {
      return;
    }
    begin();
    int limit = nextParted(start);
    int at = start;
    while (isDigit(at)) {
      if (count + 1 == ROOM) {
        search(found, LONGEST);
        forget();
      }
      limit = limit <= at ? view.nextParted(at + 1) : limit;
      end = add(at, limit);
      at = next(end);
    }
    search(found, 0);
  }

  private boolean isShort(int start) {
    int digits = 0;
    int at = start;
    while (isDigit(at)) {
      digits++;
      if (digits == SHORTEST) {
        return false;
      }
      end = at + 1;
      at = next(end);
    }
    return true;
  }

  /** Where the row may go on behind a digit. */
  private int next(int behind) {
    return kinds[behind] == ' ' || kinds[behind] == '-' ? behind + 1 : behind;
  }

  private void begin() {
    if (starts.length == 0) {
      starts = new int[ROOM];
      ends = new int[ROOM];
      digits = new int[ROOM];
      sums = new long[ROOM];
      alike = new int[ROOM];
    }
    from = 0;
    least = 0;
    count = 0;
    digits[0] = 0;
    sums[0] = 0;
    alike[0] = 0;
    last = -1;
  }

  /** Adds the group that begins at {@code start}; returns where it ends. */
  private int add(int start, int limit) {
    int read = digits[count];
    long sum = sums[count];
    int same = alike[count];
    int before = last;
    int at = start;
    do {
      int digit = kinds[at++] - '0';
      sum += VALUES[(read++ & 1) * DOUBLED.length + digit];
      same = digit == before ? same + 1 : 1;
      before = digit;
    } while (at != limit && isDigit(at));
    starts[count++] = start;
    ends[count] = at;
    digits[count] = read;
    sums[count] = sum;
    alike[count] = same;
    last = before;
    return at;
  }

  /**
   * Looks for the longest number from each gap on.
   *
   * @param behind how many digits must be known
   */
  private void search(Found found, int behind) {
    while (from < count && digits[count] - digits[from] >= behind) {
      while (least < count && digits[least] - digits[from] < SHORTEST) {
        least++;
      }
      int start = starts[from];
      int to = kinds[start] == '0' ? 0 : behindLongest(start);
      if (to > 0) {
        found.at(start, ends[to]);
      }
      from = to > 0 && whole ? to : from + 1;
    }
  }

  /** Makes room: no number begins before {@code from} any more. */
  private void forget() {
    for (int[] each : List.of(starts, ends, digits, alike)) {
      System.arraycopy(each, from, each, 0, ROOM - from);
    }
    System.arraycopy(sums, from, sums, 0, ROOM - from);
    least = Math.max(0, least - from);
    count -= from;
    from = 0;
  }

  /** At which gap the longest number ends, or 0. */
  private int behindLongest(int start) {
    int next = nextParted(start);
    int most = view.isInWord(start) ? next : view.length();
    int longest = 0;
    for (int to = least; to <= count && digits[to] - digits[from] <= LONGEST; to++) {
      if (holds(to) && mayEnd(ends[to], most)) {
        longest = to;
      }
    }
    return longest;
  }

  /** Whether the digits up to a gap are enough and pass, and are not all the same. */
  private boolean holds(int to) {
    int between = digits[to] - digits[from];
    int half = (digits[to] & 1) == 1 ? 0 : Integer.SIZE;
    int sum = (int) ((sums[to] - sums[from]) >>> half);
    return sum % 10 == 0 && between >= SHORTEST && alike[to] < between;
  }

  private boolean mayEnd(int behind, int most) {
    return behind <= most && (view.isClosed(behind) || behind == parted);
  }

  /** The first place behind {@code start} where something was left out; asked in rising order. */
  private int nextParted(int start) {
    if (parted <= start) {
      parted = view.nextParted(start + 1);
    }
    return parted;
  }

  private boolean isDigit(int place) {
    return Alphabet.isDigit(kinds[place]);
  }
}
