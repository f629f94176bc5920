package dev.terroir.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A text that holds characters written as JSON or a URL writes them, without being read as either
 * on its way: quoted JSON in prose, a document that was cut off, a line of a log. Escapes are read
 * as what they stand for ({@code \\u0040}, {@code \n}, {@code %40}), and it is known where each
 * character came from. Not written to once it is made.
 */
public final class EscapedText {

  private static final int HEX = 16;
  private static final int UNICODE = 4;
  private static final int PERCENT = 2;
  private static final String SHORT = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final StringBuilder text;

  /** Where each character began, and behind them the end. */
  private final int[] starts;

  private EscapedText(String written) {
    this.text = new StringBuilder(written.length());
    this.starts = new int[written.length() + 1];
    int at = 0;
    while (at < written.length()) {
      starts[text.length()] = at;
      at = read(written, at);
    }
    starts[text.length()] = at;
  }

  /** Reads one character; returns what stands behind it. */
  private int read(String written, int at) {
    char c = written.charAt(at);
    if (c == '%') {
      return decoded(written, at, at + 1, PERCENT);
    }
    if (c != '\\' || at + 1 == written.length()) {
      text.append(c);
      return at + 1;
    }
    char escape = written.charAt(at + 1);
    int meant = SHORT.indexOf(escape);
    if (meant >= 0) {
      text.append(MEANT.charAt(meant));
      return at + 2;
    }
    return decoded(written, at, escape == 'u' ? at + 2 : written.length(), UNICODE);
  }

  /** Reads {@code digits} hexadecimal digits, where they are there. */
  private int decoded(String written, int at, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits && value >= 0; i++) {
      int digit = i < written.length() ? Character.digit(written.charAt(i), HEX) : -1;
      value = digit < 0 ? -1 : value * HEX + digit;
    }
    boolean isEscape = value >= 0 && (digits == UNICODE || value < 0x80);
    text.append(isEscape ? (char) value : written.charAt(at));
    return isEscape ? from + digits : at + 1;
  }

  /** Whether {@code text} may hold an escape. */
  public static boolean isOne(String text) {
    return text.indexOf('\\') >= 0 || text.indexOf('%') >= 0;
  }

  /**
   * What {@code find} finds in {@code text} as it is, and as it is read with its escapes, which
   * counts first.
   */
  public static List<Finding> find(String text, Function<String, List<Finding>> find) {
    List<Finding> plain = find.apply(text);
    if (!isOne(text)) {
      return plain;
    }
    EscapedText escaped = new EscapedText(text);
    if (escaped.text.length() == text.length()) {
      return plain;
    }
    Coverage coverage = new Coverage(text);
    for (Finding it : find.apply(escaped.text.toString())) {
      coverage.add(it.kind(), escaped.starts[it.start()], escaped.starts[it.end()]);
    }
    plain.forEach(it -> coverage.add(it.kind(), escaped.notWithin(it.start()), it.end()));
    return coverage.findings();
  }

  /** What stands at {@code place}, or behind the escape that {@code place} is in. */
  private int notWithin(int place) {
    int at = Arrays.binarySearch(starts, 0, text.length() + 1, place);
    return starts[at < 0 ? -at - 1 : at];
  }
}
