package dev.terroir.privacy.scan.automaton;

import java.util.BitSet;

/**
 * A text without the characters that show nothing, and with the digits and letters of mathematics
 * beyond the basic plane as plain ones: what a reader sees. Knows where each of its characters came
 * from, and where something was left out or changed: what is looked for may go on there, and may as
 * well begin or end. Most texts are what they show. Not written to once it is made.
 */
public final class PlainView {

  private static final int FIRST_DIGIT = 0x1D7CE;
  private static final int LAST_DIGIT = 0x1D7FF;
  private static final int FIRST_LETTER = 0x1D400;
  private static final int LAST_LETTER = 0x1D6A3;

  /** The half of a pair that begins letters and digits of mathematics. */
  private static final char MATHEMATICAL = '\uD835';

  private final BitSet parted = new BitSet(0);
  private final byte[] kinds;
  private final boolean ascii;
  private String text;
  private int[] starts = {};
  private int[] ends = {};
  private int length;

  PlainView(String text, Alphabet alphabet) {
    this.text = text;
    this.length = text.length();
    Alphabet.Reading reading = alphabet.read(text);
    if (reading.hasUnlike()) {
      this.text = read(text.toCharArray(), reading);
      reading = alphabet.read(this.text);
    }
    this.kinds = reading.kinds();
    this.ascii = reading.isAscii();
  }

  /** Whether {@code c} shows nothing, or may show something else than itself. */
  static boolean isUnlike(char c) {
    return Folding.isHidden(c) || c == MATHEMATICAL;
  }

  private String read(char[] written, Alphabet.Reading reading) {
    char[] seen = new char[written.length];
    starts = new int[written.length];
    ends = new int[written.length];
    length = 0;
    int i = 0;
    while (i < written.length) {
      int next = i + 1;
      if (!reading.isUnlike(i)) {
        add(seen, written[i], i, next);
      } else {
        next = addUnlike(seen, written, i);
      }
      i = next;
    }
    return new String(seen, 0, length);
  }

  /** Returns what stands behind it. */
  private int addUnlike(char[] seen, char[] written, int i) {
    int point = Character.codePointAt(written, i);
    if (isMathematical(point)) {
      parted.set(length);
      add(seen, plain(point), i, i + 2);
      parted.set(length);
      return i + 2;
    }
    if (Folding.isHidden(written[i])) {
      parted.set(length);
    } else {
      add(seen, written[i], i, i + 1);
    }
    return i + 1;
  }

  private static boolean isMathematical(int point) {
    return (point >= FIRST_LETTER && point <= LAST_LETTER)
        || (point >= FIRST_DIGIT && point <= LAST_DIGIT);
  }

  /** Alphabets of ten digits or of twice 26 letters, one after the other. */
  private static char plain(int point) {
    return point >= FIRST_DIGIT
        ? (char) ('0' + (point - FIRST_DIGIT) % 10)
        : (char) ('a' + (point - FIRST_LETTER) % 26);
  }

  private void add(char[] seen, char c, int start, int end) {
    seen[length] = c;
    starts[length] = start;
    ends[length++] = end;
  }

  public String text() {
    return text;
  }

  public int length() {
    return length;
  }

  /** As {@link Alphabet} has them, and behind them some that end words; not to be written to. */
  public byte[] kinds() {
    return kinds;
  }

  /** Whether all characters are their own kinds. */
  boolean isAscii() {
    return ascii;
  }

  public int kind(int place) {
    return kinds[place] & 0xFF;
  }

  /** Whether nothing was left out or changed. */
  public boolean isWhole() {
    return parted.isEmpty();
  }

  /** Whether something was left out or changed right before {@code place}. */
  public boolean isParted(int place) {
    return parted.get(place);
  }

  /** The first such place from {@code from} on; beyond all of them where there is none. */
  public int nextParted(int from) {
    int next = parted.nextSetBit(from);
    return next < 0 ? Integer.MAX_VALUE : next;
  }

  /** Whether a letter or digit stands before {@code place}, so that only what is parted begins. */
  public boolean isInWord(int place) {
    return place > 0 && Alphabet.isWord(kind(place - 1));
  }

  /** The same of a token, which has dashes and underscores as well. */
  public boolean isInToken(int place) {
    return isInWord(place) || (place > 0 && (kinds[place - 1] == '-' || kinds[place - 1] == '_'));
  }

  /** Whether no ASCII letter or digit stands at {@code place}, which may be the end. */
  public boolean isClosed(int place) {
    return !Alphabet.isWord(kind(place));
  }

  /** Where in the text the character at {@code place} of the view begins. */
  public int startOf(int place) {
    return starts.length == 0 ? place : starts[place];
  }

  /** Where in the text the character before {@code place} of the view ends. */
  public int endOf(int place) {
    return ends.length == 0 ? place : ends[place - 1];
  }
}
