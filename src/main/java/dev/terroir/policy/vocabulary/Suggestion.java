package dev.terroir.policy.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class Suggestion {

  private static final int LONG = 12;
  private static final int PREFIX = 2;

  private Suggestion() {}

  /** {@code , did you mean `health`?}, or nothing when no word is near. */
  public static String phrase(String written, Collection<String> words) {
    return nearest(written, words).map(word -> ", did you mean `" + word + "`?").orElse("");
  }

  /** The word that is nearest to {@code written}, where one is near at all. */
  public static Optional<String> nearest(String written, Collection<String> words) {
    int furthest = Math.max(1, written.length() / 3);
    Comparator<String> byDistance = Comparator.comparingInt(word -> distance(written, word));
    return words.stream()
        .filter(word -> distance(written, word) <= furthest)
        .min(byDistance.thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The word of which {@code written} is probably a misspelling, in a vocabulary that anybody may
   * add to: there {@code ISO-27701} is no mistake for {@code ISO-27001}, and an id of one country
   * none for that of another.
   */
  public static Optional<String> misspelt(String written, Collection<String> words) {
    int furthest = written.length() < LONG ? 1 : 2;
    return words.stream()
        .filter(word -> !word.equals(written) && written.length() > PREFIX)
        .filter(word -> prefix(word).equals(prefix(written)))
        .filter(word -> digits(word).equals(digits(written)))
        .filter(word -> distance(word, written) <= furthest || haveSameLetters(word, written))
        .min(Comparator.naturalOrder());
  }

  private static String prefix(String word) {
    return word.substring(0, Math.min(PREFIX, word.length()));
  }

  private static String digits(String word) {
    return word.replaceAll("[^0-9]", "");
  }

  /** Whether only capitals and hyphens differ. */
  private static boolean haveSameLetters(String one, String other) {
    return one.replaceAll("[^A-Za-z0-9]", "")
        .equalsIgnoreCase(other.replaceAll("[^A-Za-z0-9]", ""));
  }

  /** The edit distance of Levenshtein. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
