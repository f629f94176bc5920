package dev.terroir.privacy.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of structured data that are known, in one form for all ways to write them. Immutable.
 */
public final class KeyWords {

  private static final String FILE = "/privacy/name-keys.tsv";
  private static final int LONGEST_KEY = 80;

  private final Map<String, Set<String>> keys = new HashMap<>();

  private KeyWords() {}

  static KeyWords read() {
    KeyWords words = new KeyWords();
    try (InputStream in = KeyWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(fields -> words.add(fields[0], fields[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void add(String kind, String line) {
    for (String key : line.split("\\|", -1)) {
      List<String> words = words(key);
      keys.computeIfAbsent(kind, ignored -> new HashSet<>()).add(String.join("", words));
    }
  }

  boolean has(String kind, List<String> words) {
    return !words.isEmpty() && keys.getOrDefault(kind, Set.of()).contains(String.join("", words));
  }

  /** Whether the last of {@code words}, or all of them, are a key of {@code kind}. */
  boolean endsIn(String kind, List<String> words) {
    for (int from = 0; from < words.size(); from++) {
      if (has(kind, words.subList(from, words.size()))) {
        return true;
      }
    }
    return false;
  }

  /** The words of {@code key} in lower case, without accents and without numbers behind them. */
  public static List<String> words(String key) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = plain(key);
    for (int at = 0; at < plain.length(); at++) {
      char c = plain.charAt(at);
      boolean letter = Letters.isLetter(Letters.kind(c));
      boolean hump =
          Character.isUpperCase(c)
              && (Character.isLowerCase(Words.at(plain, at - 1))
                  || Character.isLowerCase(Words.at(plain, at + 1)));
      if ((!letter || hump) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (letter) {
        word.append(Character.toLowerCase(c));
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return List.copyOf(words);
  }

  private static String plain(String key) {
    String bounded = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    if (bounded.chars().allMatch(c -> c < 0x80)) {
      return bounded;
    }
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(bounded, Normalizer.Form.NFD)
        .chars()
        .filter(c -> c < 0x300 || c > 0x36F)
        .forEach(c -> plain.append((char) c));
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }
}
