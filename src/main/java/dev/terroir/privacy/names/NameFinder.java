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
    List<Finding> found = List.of();
    int end = 0;
    int at = nextStart(text, 0);
    while (at < text.length()) {
      long hit = look(text, at, end);
      while (hit != Range.NONE) {
        found = with(found, hit);
        end = Range.end(hit);
        hit = people.second(text, at, end, hit);
      }
      at = nextStart(text, Math.max(end, at + 1));
    }
    return found.isEmpty() ? found : List.copyOf(found);
  }

  private static List<Finding> with(List<Finding> found, long hit) {
    List<Finding> list = found.isEmpty() ? new ArrayList<>() : found;
    String kind = Range.isAddress(hit) ? ADDRESS : PERSON;
    list.add(new Finding(kind, Range.start(hit), Range.end(hit)));
    return list;
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

  /**
   * What the cue or the number at {@code at} announces.
   *
   * @param floor before which nothing may start
   */
  private long look(String text, int at, int floor) {
    if (Letters.kind(text.charAt(at)) == Letters.DIGIT) {
      return Range.address(addresses.atNumber(text, at, floor));
    }
    long hit = Range.NONE;
    long cue = cues.at(text, at);
    while (cue != Range.NONE && hit == Range.NONE) {
      hit = read(text, at, cues.cue(cue), Range.end(cue));
      hit = hit != Range.NONE && Range.start(hit) < floor ? Range.NONE : hit;
      cue = cues.also(text, at, cue);
    }
    return hit;
  }

  private long read(String text, int at, Cue cue, int end) {
    return AddressRules.knows(cue)
        ? Range.address(addresses.read(text, cue, at, end))
        : people.read(text, cue, at, end);
  }
}
