package dev.terroir.protection;

import dev.terroir.protection.HeldText.Place;

/**
 * A credential of which a part has been replaced, and which goes on: the rest is left out. A key in
 * lines reaches to the line that ends it, everything else as far as nothing parts it. Used from one
 * thread at a time.
 */
final class LongSecret {

  /** There is none. */
  static final LongSecret NONE = new LongSecret(false);

  private static final String BEGIN = "-----BEGIN";
  private static final String END = "-----END";

  /** A key in lines that is longer has no end. */
  private static final int LONGEST = 8192;

  private static final int LONGEST_LINE = 80;

  private final boolean inLines;
  private final StringBuilder line = new StringBuilder();
  private int dropped;

  private LongSecret(boolean inLines) {
    this.inLines = inLines;
  }

  /**
   * What {@code value}, behind which nothing has come yet, goes on as.
   *
   * @param shortest what is not longer goes on as nothing
   */
  static LongSecret of(String value, int shortest) {
    if (value.startsWith(BEGIN)) {
      return value.contains(END) ? NONE : new LongSecret(true);
    }
    return value.length() > shortest ? new LongSecret(false) : NONE;
  }

  /** Forgets what of {@code held} belongs to it; gives what goes on behind that. */
  LongSecret dropFrom(HeldText held) {
    int count = 0;
    boolean goesOn = true;
    while (goesOn && count < held.length()) {
      goesOn = held.placeAt(count) != Place.STRUCTURE && takes(held.charAt(count));
      count += goesOn ? 1 : 0;
    }
    held.drop(count);
    return goesOn ? this : NONE;
  }

  private boolean takes(char c) {
    return inLines ? takesOfLines(c) : !Character.isWhitespace(c) && "\"'<>,;".indexOf(c) < 0;
  }

  private boolean takesOfLines(char c) {
    if (c == '\n') {
      boolean isLast = line.indexOf(END) >= 0;
      line.setLength(0);
      return !isLast;
    }
    if (line.length() < LONGEST_LINE) {
      line.append(c);
    }
    return ++dropped < LONGEST;
  }
}
