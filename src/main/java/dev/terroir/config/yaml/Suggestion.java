package dev.terroir.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class Suggestion {

  private Suggestion() {}

  /** {@code , did you mean `health`?}, or nothing when no word is near. */
  public static String phrase(String written, Collection<String> words) {
    return nearest(written, words).map(word -> ", did you mean `" + word + "`?").orElse("");
  }

  private static Optional<String> nearest(String written, Collection<String> words) {
    int furthest = Math.max(1, written.length() / 3);
    return words.stream()
        .filter(word -> distance(written, word) <= furthest)
        .min(Comparator.comparingInt(word -> distance(written, word)));
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
