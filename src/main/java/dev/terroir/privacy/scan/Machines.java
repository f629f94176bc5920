package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Bounds;
import dev.terroir.privacy.scan.Recogniser.Lengths;
import dev.terroir.privacy.scan.Recogniser.Span;
import dev.terroir.privacy.scan.automaton.Folding;
import java.util.List;

/** Addresses of machines, which are personal data where they lead to a person. */
final class Machines {

  private static final int GROUPS = 8;

  private Machines() {}

  static List<Recogniser> all() {
    return List.of(
        new Recogniser(
            "ip",
            "[0-9]{1,3}([.][0-9]{1,3}){3}",
            Bounds.WORD,
            Lengths.LONGEST,
            Machines::version4,
            List.of(),
            false,
            1),
        new Recogniser(
            "ip",
            "(G:){7}G|(G(:G){0,6})?::(G(:G){0,6})?".replace("G", "[0-9a-f]{1,4}"),
            Bounds.WORD,
            Lengths.LONGEST,
            Machines::version6,
            List.of(),
            false,
            1));
  }

  /** Four numbers below 256; the machine itself and nobody are left out. */
  private static Span version4(Candidate candidate) {
    String text = candidate.text();
    int number = 0;
    int digits = 0;
    for (int i = candidate.start(); i < candidate.end(); i++) {
      char c = Folding.fold(text.charAt(i));
      if (c == '.') {
        number = 0;
        digits = 0;
      } else {
        number = number * 10 + (c - '0');
        digits++;
        boolean leadingZero = digits > 1 && number < 10;
        if (number > 255 || leadingZero) {
          return Span.NONE;
        }
      }
    }
    return isNobody(text, candidate.start()) ? Span.NONE : candidate.span();
  }

  private static boolean isNobody(String text, int start) {
    char first = Folding.fold(text.charAt(start));
    char second = Folding.fold(text.charAt(start + 1));
    return (first == '0' && second == '.')
        || (first == '1' && second == '2' && text.startsWith("127.", start));
  }

  /**
   * Eight groups, or fewer with one gap (RFC 4291), and no further group. What has a gap must hold
   * a digit and three groups, since programs write {@code a::b} as well.
   */
  private static Span version6(Candidate candidate) {
    String text = candidate.text();
    int end = candidate.end();
    if (candidate.isFollowedBy(':')) {
      return Span.NONE;
    }
    int groups = 0;
    boolean gap = false;
    boolean digits = false;
    char last = ':';
    for (int i = candidate.start(); i < end; i++) {
      char c = Folding.fold(text.charAt(i));
      groups += c != ':' && last == ':' ? 1 : 0;
      gap |= c == ':' && last == ':' && i > candidate.start();
      digits |= Folding.isDigit(c);
      last = c;
    }
    boolean shortened = groups >= 3 && groups < GROUPS && digits;
    return !gap || shortened ? candidate.span() : Span.NONE;
  }
}
