package dev.terroir.privacy.scan;

/**
 * A text without the characters that show nothing, and with the digits and letters of mathematics
 * beyond the basic plane as plain ones: what a reader sees. Knows where each of its characters came
 * from.
 */
final class PlainView {

  private static final int FIRST_DIGIT = 0x1D7CE;
  private static final int LAST_DIGIT = 0x1D7FF;
  private static final int FIRST_LETTER = 0x1D400;
  private static final int LAST_LETTER = 0x1D6A3;

  private final char[] seen;
  private final int[] starts;
  private final int[] ends;
  private int length;

  private PlainView(int most) {
    this.seen = new char[most];
    this.starts = new int[most];
    this.ends = new int[most];
  }

  static PlainView of(String text) {
    PlainView view = new PlainView(text.length());
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      int width = Character.charCount(point);
      if (isMathematical(point)) {
        view.add(plain(point), i, i + width);
      } else if (width == 2) {
        view.add(text.charAt(i), i, i + 1);
        view.add(text.charAt(i + 1), i + 1, i + 2);
      } else if (!Folding.isHidden((char) point)) {
        view.add((char) point, i, i + 1);
      }
      i += width;
    }
    return view;
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
    seen[length] = c;
    starts[length] = start;
    ends[length++] = end;
  }

  String text() {
    return new String(seen, 0, length);
  }

  /** Where in the text the character at {@code place} of the view begins. */
  int startOf(int place) {
    return starts[place];
  }

  /** Where in the text the character before {@code place} of the view ends. */
  int endOf(int place) {
    return ends[place - 1];
  }
}
