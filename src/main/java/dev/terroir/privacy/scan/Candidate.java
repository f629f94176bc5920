package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Span;
import java.util.List;

/** A place whose form fits, for whoever looks closer at it. Used by one scan. */
final class Candidate {

  private final String text;
  private final int start;
  private final int end;
  private final List<String> regions;
  private final Allowance places;
  private final Allowance costly;
  private String compact = "";

  /**
   * @param regions ISO 3166-1 codes of the countries whose local forms count
   * @param places at how many places check digits may still be looked at
   * @param costly how many tests that take long may still be made
   */
  Candidate(
      String text, int start, int end, List<String> regions, Allowance places, Allowance costly) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.regions = regions;
    this.places = places;
    this.costly = costly;
  }

  String text() {
    return text;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  List<String> regions() {
    return regions;
  }

  Allowance costly() {
    return costly;
  }

  Span span() {
    return new Span(start, end);
  }

  /** Whether check digits may be looked at here; asked once for each place. */
  boolean mayBeChecked() {
    if (compact.isEmpty() && places.take()) {
      compact = compacted();
    }
    return !compact.isEmpty();
  }

  /** Its letters and digits, without what stands between them, in upper case. */
  String compact() {
    return compact.isEmpty() ? compacted() : compact;
  }

  private String compacted() {
    char[] kept = new char[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char folded = Folding.fold(text.charAt(i));
      if (folded >= 'a' && folded <= 'z') {
        kept[length++] = (char) (folded - 32);
      } else if (folded >= '0' && folded <= '9') {
        kept[length++] = folded;
      }
    }
    return new String(kept, 0, length);
  }

  String folded() {
    return Folding.fold(text.substring(start, end));
  }
}
