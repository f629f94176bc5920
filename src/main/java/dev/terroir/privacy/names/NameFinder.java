package dev.terroir.privacy.names;

import dev.terroir.privacy.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds people's names and postal addresses by the words around them, in German, English, French,
 * Spanish, Italian, Portuguese, Hindi and Japanese at once: best effort, since a name that nothing
 * announces is not found. One pass; at a cue at most 120 characters are looked at. Thread-safe.
 */
public final class NameFinder {

  /** The kind of a finding that is a person's name. */
  public static final String PERSON = "person";

  /** The kind of a finding that is a postal address. */
  public static final String ADDRESS = "address";

  private static final NameFinder STANDARD = new NameFinder(CueFile.read());

  private final Cues cues;
  private final PersonRules people;
  private final AddressRules addresses;

  private NameFinder(CueFile file) {
    cues = file.cues();
    people = new PersonRules(file, cues);
    addresses = new AddressRules(file);
  }

  /** With the cues that come with the product. */
  public static NameFinder standard() {
    return STANDARD;
  }

  /** The names and addresses in {@code text}, in its order; none overlaps another. */
  public List<Finding> find(String text) {
    Found found = new Found(text);
    int at = nextStart(text, 0);
    while (at < text.length()) {
      int next = look(found, at, Letters.kind(text.charAt(at)));
      at = nextStart(text, Math.max(next, at + 1));
    }
    return found.list();
  }

  /** Where next a word or a number begins, or, in scripts without spaces, a character is. */
  private static int nextStart(String text, int from) {
    int length = text.length();
    boolean inWord = from > 0 && Letters.isSpaced(Letters.kind(text.charAt(from - 1)));
    for (int at = from; at < length; at++) {
      byte kind = Letters.kind(text.charAt(at));
      boolean spaced = Letters.isSpaced(kind);
      if (spaced ? !inWord : Letters.isJapanese(kind)) {
        return at;
      }
      inWord = spaced;
    }
    return length;
  }

  /** Where to go on: behind what was found at {@code at}, or at {@code at} itself. */
  private int look(Found found, int at, byte kind) {
    String text = found.text;
    if (kind == Letters.DIGIT) {
      return found.add(ADDRESS, addresses.atNumber(text, at, found.end), at);
    }
    for (long hit = cues.at(text, at); hit != Range.NONE; hit = cues.also(text, at, hit)) {
      int next = read(found, at, cues.cue(hit), Range.end(hit));
      if (next > at) {
        return next;
      }
    }
    return at;
  }

  private int read(Found found, int at, Cue cue, int end) {
    String text = found.text;
    if (AddressRules.knows(cue)) {
      return found.add(ADDRESS, addresses.read(text, cue, at, end), at);
    }
    int next = found.add(PERSON, people.read(text, cue, at, end), at);
    return next > at && cue.announced() == Cue.Announced.SALUTATION
        ? found.add(PERSON, people.second(text, next), next)
        : next;
  }

  /** Findings so far; the list is made with the first. */
  private static final class Found {
    private final String text;
    private @org.jspecify.annotations.Nullable List<Finding> findings;
    private int end;

    private Found(String text) {
      this.text = text;
    }

    private int add(String kind, long range, int at) {
      if (range == Range.NONE || Range.start(range) < end) {
        return at;
      }
      if (findings == null) {
        findings = new ArrayList<>();
      }
      findings.add(new Finding(kind, Range.start(range), Range.end(range)));
      end = Range.end(range);
      return end;
    }

    private List<Finding> list() {
      return findings == null ? List.of() : List.copyOf(findings);
    }
  }
}
