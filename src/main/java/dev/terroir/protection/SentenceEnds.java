package dev.terroir.protection;

import dev.terroir.privacy.scan.automaton.Folding;

/**
 * Finds where a text that comes character by character can be parted: behind a line, behind a full
 * stop with a space, behind the full stops of Chinese and Japanese, which have none. Not where
 * digits stand on both sides, with nothing but signs and spaces between: that may be one number.
 * Used from one thread at a time.
 */
final class SentenceEnds {

  private static final String STOPS = ".!?\u0964\u061F";
  private static final String STOPS_WITHOUT_SPACE = "\u3002\uFF01\uFF1F\uFF61";

  private int length;
  private int last;
  private int possible;
  private boolean behindDigit;
  private boolean behindStop;
  private boolean behindWideStop;

  /** Behind the last place where the text can be parted; 0 where there is none. */
  int last() {
    return last;
  }

  void read(char c) {
    if (Character.isLetterOrDigit(c)) {
      word(c);
    } else {
      sign(c);
    }
    length++;
  }

  /** A letter or digit settles whether the text can be parted before it. */
  private void word(char c) {
    boolean isDigit = Folding.isDigit(c);
    boolean isOneNumber = behindDigit && isDigit;
    boolean isOneAddress = behindWideStop && Folding.isWord(c);
    if (possible > 0 && !isOneNumber && !isOneAddress) {
      last = possible;
    }
    possible = 0;
    behindDigit = isDigit;
    behindStop = false;
    behindWideStop = false;
  }

  private void sign(char c) {
    boolean isWideStop = STOPS_WITHOUT_SPACE.indexOf(c) >= 0;
    if (c == '\n' || isWideStop || (behindStop && Character.isWhitespace(c))) {
      possible = length + 1;
    }
    behindStop = STOPS.indexOf(c) >= 0;
    behindWideStop = isWideStop;
  }

  /** The first {@code count} characters have been passed on. */
  void forget(int count) {
    length -= count;
    last = Math.max(0, last - count);
    possible = Math.max(0, possible - count);
  }
}
