package dev.terroir.privacy.names;

import dev.terroir.privacy.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that one place of a request gave away, to be found everywhere in it: each whole name in any
 * case, and each of its parts that is long enough and no ordinary word, as it is written or with a
 * capital; a name of one word counts as a part. One pass, whose cost does not depend on how many
 * names there are. Immutable and thread-safe.
 */
public final class LearntNames {

  /** How many names are kept; those after them are left out. */
  public static final int MOST_NAMES = 1000;

  private static final int LONGEST_NAME = 120;
  private static final int WHOLE = 0;
  private static final int PART = 1;

  private static final WordSet ORDINARY = CueFile.read().words("nobody");

  private final Trie trie = new Trie();
  private final Set<String> parts = new HashSet<>();
  private final Set<String> order = new LinkedHashSet<>();
  private final int leftOut;

  private LearntNames(Collection<String> names) {
    Set<String> different = new LinkedHashSet<>();
    names.forEach(name -> different.add(name.strip()));
    List<String> kept = different.stream().filter(LearntNames::isName).limit(MOST_NAMES).toList();
    leftOut = (int) different.stream().filter(LearntNames::isName).count() - kept.size();
    kept.stream().map(LearntNames::words).forEach(this::addWhole);
    for (String name : kept) {
      order.add(name);
      addParts(words(name));
    }
  }

  /** Names in the order in which they matter; only the first {@code MOST_NAMES} are kept. */
  public static LearntNames of(Collection<String> names) {
    return new LearntNames(names);
  }

  /**
   * The names as they became known, each with those of its parts that may stand alone behind it.
   */
  public Set<String> inOrder() {
    return Collections.unmodifiableSet(order);
  }

  /** How many names did not fit. */
  public int leftOut() {
    return leftOut;
  }

  /** Where the names and their parts stand in {@code text}, in its order, without overlap. */
  public List<Finding> find(String text) {
    List<Finding> found = List.of();
    byte previous = Letters.BREAK;
    for (int at = 0; at < text.length(); ) {
      byte kind = Letters.kind(text.charAt(at));
      boolean starts = Letters.isSpaced(kind) ? !Letters.isSpaced(previous) : kind > Letters.MARK;
      int end = starts ? longest(text, at) : at;
      if (end > at) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(new Finding(NameFinder.PERSON, at, end));
      }
      at = Math.max(end, at + 1);
      previous = Letters.kind(text.charAt(at - 1));
    }
    return found.isEmpty() ? found : List.copyOf(found);
  }

  private int longest(String text, int start) {
    int best = start;
    int state = Trie.ROOT;
    for (int at = start; at < text.length(); at++) {
      char folded = Letters.fold(text.charAt(at));
      if (folded == ' ' && Letters.fold(text.charAt(at - 1)) == ' ') {
        continue;
      }
      state = trie.step(state, folded);
      if (state == Trie.NONE || at - start > 2 * LONGEST_NAME) {
        break;
      }
      int value = trie.value(state);
      if (value != Trie.NONE
          && Words.endsWord(text, at)
          && (value == WHOLE || parts.contains(text.substring(start, at + 1)))) {
        best = at + 1;
      }
    }
    return best;
  }

  private void addParts(List<String> words) {
    words.stream().filter(word -> isTelling(word, words.size() == 1)).forEach(this::addPart);
  }

  private void addPart(String word) {
    order.add(word);
    parts.add(word);
    parts.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    trie.add(word, PART);
  }

  /** A name of one word is only a part: "Rose" must not find a rose. */
  private void addWhole(List<String> words) {
    if (words.size() > 1) {
      trie.add(String.join(" ", words), WHOLE);
    }
  }

  private static boolean isTelling(String word, boolean alone) {
    byte kind = Letters.kind(word.charAt(0));
    boolean dense = Letters.isJapanese(kind) || kind == Letters.DEVANAGARI;
    int least = dense ? 2 : alone ? 3 : 4;
    return word.length() >= least && !ORDINARY.contains(word, 0, word.length());
  }

  private static boolean isName(String name) {
    List<String> words = words(name);
    boolean named = words.size() == 1 ? isTelling(words.getFirst(), true) : !words.isEmpty();
    return named && name.length() <= LONGEST_NAME;
  }

  /** The words of a name, without marks at their edges. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= name.length(); at++) {
      byte kind = Words.kind(name, at);
      boolean edge = at == name.length() || kind == Letters.SPACE || kind == Letters.BREAK;
      if (edge && at > start) {
        words.add(name.substring(start, at));
      }
      start = edge ? at + 1 : start;
    }
    return words;
  }
}
