package dev.terroir.privacy.scan;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A text without the characters that show nothing, and with the digits and letters of mathematics
 * beyond the basic plane as plain ones: what a reader sees. Knows where each of its characters came
 * from, and where something was left out or changed: what is looked for may go on there, and may as
 * well begin or end. Most texts are what they show. Not written to once it is made.
 */
final class PlainView {

  private static final int FIRST_DIGIT = 0x1D7CE;
  private static final int LAST_DIGIT = 0x1D7FF;
  private static final int FIRST_LETTER = 0x1D400;
  private static final int LAST_LETTER = 0x1D6A3;

  /** The half of a pair that begins letters and digits of mathematics. */
  private static final char MATHEMATICAL = '\uD835';

  private static final char FIRST_UNLIKE = '\u00AD';
  private static final boolean[] UNLIKE = unlike();

  private final BitSet parted = new BitSet(0);
  private char[] characters;
  private String text;
  private int[] starts = {};
  private int[] ends = {};
  private int length;

  private PlainView(String text) {
    this.text = text;
    this.characters = text.toCharArray();
  }

  private static boolean[] unlike() {
    boolean[] unlike = new boolean[Character.MAX_VALUE + 1];
    for (int c = 0; c < unlike.length; c++) {
      unlike[c] = Folding.isHidden((char) c) || c == MATHEMATICAL;
    }
    return unlike;
  }

  static PlainView of(String text) {
    PlainView view = new PlainView(text);
    if (!view.isWhatItShows()) {
      view.read();
    }
    return view;
  }

  private boolean isWhatItShows() {
    for (char c : characters) {
      if (c >= FIRST_UNLIKE && UNLIKE[c]) {
        return false;
      }
    }
    return true;
  }

  private void read() {
    char[] written = characters;
    characters = new char[written.length];
    starts = new int[written.length];
    ends = new int[written.length];
    int i = 0;
    while (i < written.length) {
      int point = text.codePointAt(i);
      if (isMathematical(point)) {
        parted.set(length);
        add(plain(point), i, i + 2);
        parted.set(length);
        i += 2;
      } else if (Folding.isHidden(written[i])) {
        parted.set(length);
        i++;
      } else {
        add(written[i], i, i + 1);
        i++;
      }
    }
    characters = Arrays.copyOf(characters, length);
    text = new String(characters);
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

  private void add(char c, int start, int end) {
    characters[length] = c;
    starts[length] = start;
    ends[length++] = end;
  }

  String text() {
    return text;
  }

  /** Those of {@link #text}; not to be written to. */
  char[] characters() {
    return characters;
  }

  /** Whether nothing was left out or changed. */
  boolean isWhole() {
    return parted.isEmpty();
  }

  /** Whether something was left out or changed right before {@code place}. */
  boolean isParted(int place) {
    return parted.get(place);
  }

  /** The first such place from {@code from} on; beyond all of them where there is none. */
  int nextParted(int from) {
    int next = parted.nextSetBit(from);
    return next < 0 ? Integer.MAX_VALUE : next;
  }

  /** Whether a letter or digit stands before {@code place}, so that only what is parted begins. */
  boolean isInWord(int place) {
    return place > 0 && Folding.isWord(characters[place - 1]);
  }

  /** The same of a token, which has dashes and underscores as well. */
  boolean isInToken(int place) {
    return isInWord(place)
        || (place > 0 && (characters[place - 1] == '-' || characters[place - 1] == '_'));
  }

  /** Whether no ASCII letter or digit stands at {@code place}. */
  boolean isClosed(int place) {
    return place == characters.length || !Folding.isWord(characters[place]);
  }

  /** Where in the text the character at {@code place} of the view begins. */
  int startOf(int place) {
    return starts.length == 0 ? place : starts[place];
  }

  /** Where in the text the character before {@code place} of the view ends. */
  int endOf(int place) {
    return ends.length == 0 ? place : ends[place - 1];
  }
}
