package dev.terroir.language;

/**
 * What of a prompt is somebody's own writing: code between backticks or in fences, addresses of the
 * web and what looks like JSON are left out. Looks at the first 8,192 characters only and keeps at
 * most 512; one pass, and no character is looked at more than a few times. Used once.
 */
final class Prose {

  /** Accuracy is saturated at some 100 characters; this bounds the cost. */
  static final int MOST_KEPT = 512;

  /** However much code there is in front, no more than this is read. */
  static final int MOST_READ = 8192;

  private static final int LONGEST_SCHEME = 8;

  private final CharSequence text;
  private final int end;
  private final StringBuilder kept;
  private boolean bracketsBroken;

  private Prose(CharSequence text) {
    this.text = text;
    this.end = Math.min(text.length(), MOST_READ);
    this.kept = new StringBuilder(Math.min(end, MOST_KEPT));
  }

  static CharSequence of(CharSequence text) {
    int enough = Math.min(text.length(), MOST_KEPT);
    for (int i = 0; i < enough; i++) {
      if (isSuspicious(text, i)) {
        return new Prose(text).keep();
      }
    }
    return text.subSequence(0, enough);
  }

  /** Many a word begins with a {@code w}, and few go on with another. */
  private static boolean isSuspicious(CharSequence text, int at) {
    return switch (text.charAt(at)) {
      case '`', '~', '{', '[' -> true;
      case ':' -> at + 1 < text.length() && text.charAt(at + 1) == '/';
      case 'w' -> at + 1 < text.length() && text.charAt(at + 1) == 'w';
      default -> false;
    };
  }

  private CharSequence keep() {
    int at = 0;
    while (at < end && kept.length() < MOST_KEPT) {
      int after = afterOther(at);
      if (after == at) {
        kept.append(text.charAt(at));
        after++;
      } else {
        kept.append(' ');
      }
      at = after;
    }
    return kept;
  }

  /** Where what begins at {@code at} and is nobody's writing ends, or {@code at}. */
  private int afterOther(int at) {
    return switch (text.charAt(at)) {
      case '`' -> startsWith("```", at) ? afterFence(at) : afterTick(at);
      case '~' -> startsWith("~~~", at) && isLineStart(at) ? afterFence(at) : at;
      case '{', '[' -> afterJson(at);
      case ':' -> startsWith("://", at) ? afterAddress(at) : at;
      case 'w' -> startsWith("www.", at) && !isLetterBefore(at) ? afterWord(at) : at;
      default -> at;
    };
  }

  private boolean startsWith(String prefix, int at) {
    return at + prefix.length() <= end
        && prefix.contentEquals(text.subSequence(at, at + prefix.length()));
  }

  private boolean isLineStart(int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private boolean isLetterBefore(int at) {
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /** A fence that is not closed takes all that follows, as it does where it is shown. */
  private int afterFence(int at) {
    String fence = text.subSequence(at, at + 3).toString();
    for (int i = at + 3; i < end; i++) {
      if (startsWith(fence, i)) {
        return Math.min(i + 3, end);
      }
    }
    return end;
  }

  /** A backtick without another in its line is only a backtick. */
  private int afterTick(int at) {
    for (int i = at + 1; i < end && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '`') {
        return i + 1;
      }
    }
    return at + 1;
  }

  /** Takes the scheme that has been kept already back. */
  private int afterAddress(int at) {
    int first = kept.length();
    while (first > 0
        && kept.length() - first < LONGEST_SCHEME
        && isAsciiLetter(kept.charAt(first - 1))) {
      first--;
    }
    kept.setLength(first);
    return afterWord(at);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Chinese and Japanese go on without a space after an address. */
  private int afterWord(int at) {
    int after = at;
    while (after < end && text.charAt(after) > ' ' && text.charAt(after) < 0x80) {
      after++;
    }
    return after;
  }

  private int afterJson(int at) {
    if (bracketsBroken || !looksLikeJson(at)) {
      return at;
    }
    int depth = 0;
    for (int i = at; i < end; i++) {
      switch (text.charAt(i)) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> i = closingQuote(i);
        default -> {}
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    bracketsBroken = true;
    return afterLine(at);
  }

  /** A bracket, and first in it a quoted word or another bracket. */
  private boolean looksLikeJson(int at) {
    for (int i = at + 1; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == '"' || c == '{' || c == '[';
      }
    }
    return false;
  }

  private int closingQuote(int at) {
    for (int i = at + 1; i < end; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    return end - 1;
  }

  private int afterLine(int at) {
    int after = at;
    while (after < end && text.charAt(after) != '\n') {
      after++;
    }
    return after;
  }
}
