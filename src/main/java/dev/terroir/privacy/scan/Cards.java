package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.automaton.Alphabet;
import dev.terroir.privacy.scan.automaton.PlainView;
import java.util.Arrays;

/**
 * Numbers of payment cards: 13 to 19 digits with at most a space or dash between two, so that each
 * group of a row of digits may begin one and each may end one. The sums of Luhn (ISO/IEC 7812-1,
 * annex B) are kept from the beginning of the row, modulo 10, so that each of the lengths costs one
 * comparison. No network begins with 0. Used by one scan.
 */
final class Cards {

  /** As the library of identifiers names it, whose form and check are the measure of this. */
  static final String KIND = "ZZ.pan-card";

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  /** What Luhn makes of every second digit: the digits of its double added up. */
  private static final byte[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  private static final int ROOM = 8;

  private final PlainView view;
  private final byte[] kinds;
  private final boolean whole;

  /** Of each group where it begins and ends, and what stands before it in the row. */
  private int[] starts = {};

  private int[] ends = {};
  private int[] digits = {};
  private byte[] even = {};
  private byte[] odd = {};

  /** How many digits right before a group are the same. */
  private int[] alike = {};

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

  /** Behind the last row that was read. */
  int end() {
    return end;
  }

  /** Reads the row of digits that begins at {@code start}; most are too short to be looked at. */
  void read(int start, Found found) {
    if (isShort(start)) {
      return;
    }
    count = 0;
    last = -1;
    int at = start;
    while (isDigit(at)) {
      end = add(at);
      at = next(end);
    }
    search(found);
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

  /** Adds the group that begins at {@code start}; returns where it ends. */
  private int add(int start) {
    if (count + 1 >= starts.length) {
      grow(Math.max(ROOM, 2 * count));
    }
    int read = digits[count];
    int evenSum = even[count];
    int oddSum = odd[count];
    int same = count == 0 ? 0 : alike[count];
    int at = start;
    do {
      int digit = kinds[at++] - '0';
      boolean plain = (read++ & 1) == 0;
      evenSum = plus(evenSum, plain ? digit : DOUBLED[digit]);
      oddSum = plus(oddSum, plain ? DOUBLED[digit] : digit);
      same = digit == last ? same + 1 : 1;
      last = digit;
    } while (isDigit(at) && (whole || !view.isParted(at)));
    starts[count] = start;
    ends[count++] = at;
    digits[count] = read;
    even[count] = (byte) evenSum;
    odd[count] = (byte) oddSum;
    alike[count] = same;
    return at;
  }

  /** The first stays what it is: nothing stands before it. */
  private void grow(int room) {
    starts = Arrays.copyOf(starts, room);
    ends = Arrays.copyOf(ends, room);
    digits = Arrays.copyOf(digits, room);
    even = Arrays.copyOf(even, room);
    odd = Arrays.copyOf(odd, room);
    alike = Arrays.copyOf(alike, room);
  }

  private static int plus(int sum, int digit) {
    int next = sum + digit;
    return next < 10 ? next : next - 10;
  }

  private void search(Found found) {
    int least = 0;
    int from = 0;
    while (from < count) {
      while (least < count && digits[least] - digits[from] < SHORTEST) {
        least++;
      }
      int to = kinds[starts[from]] == '0' ? 0 : behindLongest(from, least);
      if (to > 0) {
        found.at(starts[from], ends[to - 1]);
      }
      from = to > 0 && whole ? to : from + 1;
    }
  }

  /** Behind which group the longest number ends that begins with a group, or 0. */
  private int behindLongest(int from, int least) {
    int start = starts[from];
    if (parted <= start) {
      parted = view.nextParted(start + 1);
    }
    int most = view.isInWord(start) ? parted : view.length();
    int longest = 0;
    for (int to = least; to <= count && digits[to] - digits[from] <= LONGEST; to++) {
      if (holds(from, to) && mayEnd(ends[to - 1], most)) {
        longest = to;
      }
    }
    return longest;
  }

  /** Whether the digits between are enough and pass, and are not all the same. */
  private boolean holds(int from, int to) {
    byte[] sums = (digits[to] & 1) == 1 ? even : odd;
    int between = digits[to] - digits[from];
    return sums[from] == sums[to] && between >= SHORTEST && alike[to] < between;
  }

  private boolean mayEnd(int behind, int most) {
    return behind <= most && (view.isClosed(behind) || behind == parted);
  }

  private boolean isDigit(int place) {
    return Alphabet.isDigit(view.kind(place));
  }
}
