package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Span;
import dev.terroir.privacy.scan.automaton.Folding;
import dev.terroir.privacy.scan.automaton.PlainView;

/**
 * What stands around an {@code @}: an address of mail, or a password inside a URL. Letters of every
 * script count, so that international addresses are found.
 */
final class Mail {

  /** RFC 5321 allows 64; more than that is still taken, up to this bound. */
  private static final int LONGEST_LOCAL = 320;

  /** RFC 1035. */
  private static final int LONGEST_DOMAIN = 253;

  private static final int LONGEST_USER_INFO = 512;
  private static final String ENCODED = "xn--";

  private static final boolean[] LOCAL = local();

  private Mail() {}

  /** The address whose {@code @} stands at {@code at}. */
  static Span address(PlainView view, int at) {
    String text = view.text();
    int start = at;
    int first = Math.max(0, at - LONGEST_LOCAL);
    while (start > first && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && Folding.fold(text.charAt(start)) == '.') {
      start++;
    }
    int end = domainEnd(view, at + 1);
    return start < at && end > at ? new Span(start, end) : Span.NONE;
  }

  private static boolean isLocal(char c) {
    char folded = Folding.fold(c);
    return folded < 0x80 ? LOCAL[folded] : isLetter(c);
  }

  private static boolean[] local() {
    boolean[] local = new boolean[0x80];
    for (char c = 0; c < local.length; c++) {
      local[c] = isLabel(c) || "!#$%&'*+/=?^_`{|}~.".indexOf(c) >= 0;
    }
    return local;
  }

  /** Of any script, with the signs that go with letters. */
  private static boolean isLetter(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SURROGATE ->
          true;
      default -> Character.isLetter(c);
    };
  }

  /** Behind the last label that can be the top of a domain with a dot before it, or 0. */
  private static int domainEnd(PlainView view, int from) {
    String text = view.text();
    int last = Math.min(text.length(), from + LONGEST_DOMAIN);
    int end = 0;
    int label = from;
    boolean letters = true;
    boolean ascii = true;
    for (int i = from; i <= last; i++) {
      char c = i < last ? Folding.fold(text.charAt(i)) : ' ';
      boolean goesOn = isLabel(c) || (c >= 0x80 && isLetter(text.charAt(i)));
      boolean isTop =
          i - label >= 2 && (letters || isEncoded(text, label)) && text.charAt(i - 1) != '-';
      if (isTop && label > from && (!goesOn || view.isParted(i))) {
        end = i;
      }
      if (goesOn) {
        // where words have no spaces between, prose may follow at once
        end = isTop && label > from && ascii && c >= 0x80 ? i : end;
        ascii &= c < 0x80;
        letters &= !Character.isDigit(c);
        continue;
      }
      if (c != '.' || i == label) {
        break;
      }
      label = i + 1;
      letters = true;
      ascii = true;
    }
    return end;
  }

  /** Of another script, as RFC 5890 writes it in ASCII. */
  private static boolean isEncoded(String text, int label) {
    return text.regionMatches(true, label, ENCODED, 0, ENCODED.length());
  }

  private static boolean isLabel(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** The user and password of a URL, {@code //user:password@}, whose {@code @} stands there. */
  static Span userInfo(String text, int at) {
    int first = Math.max(0, at - LONGEST_USER_INFO);
    int start = at;
    boolean colon = false;
    while (start > first && !endsUserInfo(text.charAt(start - 1))) {
      start--;
      colon |= text.charAt(start) == ':';
    }
    boolean url = start >= 2 && text.charAt(start - 1) == '/' && text.charAt(start - 2) == '/';
    return colon && url && start < at ? new Span(start, at) : Span.NONE;
  }

  private static boolean endsUserInfo(char c) {
    return c == '/' || c == '@' || c == '"' || c == '\'' || Character.isWhitespace(c);
  }
}
