package dev.terroir.privacy.scan;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import dev.terroir.privacy.scan.Recogniser.Span;
import dev.terroir.privacy.scan.automaton.Alphabet;
import dev.terroir.privacy.scan.automaton.Folding;
import dev.terroir.privacy.scan.automaton.PlainView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place whose form fits, for whoever looks closer at it; it moves on. Used by one scan. */
final class Candidate {

  /** The bit that parts small letters from capital ones. */
  private static final int SMALL = 0x20;

  private static final Compact NONE = new Compact(new byte[0], 0);

  private final PlainView view;
  private final List<String> regions;
  private final Allowance places;
  private final Allowance costly;
  private int start;
  private int end;
  private int limit;
  private final Map<String, Ahead> ahead = new HashMap<>(0);
  private byte[] kept = {};
  private int keptFrom;
  private int keptTo;
  private int length;
  private Compact compact = NONE;

  /**
   * @param regions ISO 3166-1 codes of the countries whose local forms count
   * @param places at how many places check digits may still be looked at
   * @param costly how many tests that take long may still be made
   */
  Candidate(PlainView view, List<String> regions, Allowance places, Allowance costly) {
    this.view = view;
    this.limit = view.length();
    this.regions = regions;
    this.places = places;
    this.costly = costly;
  }

  /** Many patterns look at one place one after the other, and share what they make of it. */
  void moveTo(int newStart, int newEnd) {
    if (start != newStart || end != newEnd) {
      start = newStart;
      end = newEnd;
      compact = NONE;
    }
  }

  /** What begins here may not go on beyond {@code newLimit}, wherever it is moved to. */
  void limitTo(int newLimit) {
    limit = newLimit;
  }

  String text() {
    return view.text();
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Behind the last character that may belong to what begins here. */
  int limit() {
    return limit;
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

  /** Where {@code sought} stands from {@code from} on; the length of the text where it does not. */
  int next(String sought, int from) {
    return ahead.computeIfAbsent(sought, Ahead::new).next(text(), from);
  }

  /** Whether {@code c} stands right behind it. */
  boolean isFollowedBy(char c) {
    return end < view.length() && Folding.fold(text().charAt(end)) == c && !view.isParted(end);
  }

  /** Whether check digits may be looked at here; asked once for each place. */
  boolean mayBeChecked() {
    return compact != NONE || places.take();
  }

  /** Its letters and digits, without what stands between them, in upper case. */
  Compact compact() {
    if (compact == NONE) {
      int most = compactLength();
      compact = new Compact(kept, most);
    }
    return compact;
  }

  /** How many letters and digits it has. */
  int compactLength() {
    if (keptFrom != start || keptTo < end) {
      keep();
    }
    while (keptTo > end) {
      length -= view.isClosed(--keptTo) ? 0 : 1;
    }
    return length;
  }

  /** The lengths of a place are tried from the longest down, so that each begins the one before. */
  private void keep() {
    if (kept.length < end - start) {
      kept = new byte[Math.max(64, end - start)];
    }
    length = 0;
    for (int i = start; i < end; i++) {
      int kind = view.kind(i);
      if (Alphabet.isWord(kind)) {
        kept[length++] = (byte) (Alphabet.isDigit(kind) ? kind : kind & ~SMALL);
      }
    }
    keptFrom = start;
    keptTo = end;
  }

  String folded() {
    return Folding.fold(text().substring(start, end));
  }

  /** What is asked for from rising places on is looked for once. */
  private static final class Ahead {

    private final String sought;
    private int from;
    private int found = -1;

    Ahead(String sought) {
      this.sought = sought;
    }

    int next(String text, int newFrom) {
      if (newFrom < from || newFrom > found) {
        int next = text.indexOf(sought, newFrom);
        found = next < 0 ? text.length() : next;
        from = newFrom;
      }
      return found;
    }
  }
}
