package dev.terroir.privacy.names;

import dev.terroir.privacy.names.Cue.Announced;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the cues that come with the product. */
final class CueFile {

  private static final String FILE = "/privacy/name-cues.tsv";

  private final List<Cue> cues = new ArrayList<>();
  private final List<Integer> also = new ArrayList<>();
  private final Trie trie = new Trie();
  private final Openings openings = new Openings();
  private final Map<String, List<String>> sets = new HashMap<>();

  private CueFile() {}

  static CueFile read() {
    CueFile file = new CueFile();
    try (InputStream in = CueFile.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(file::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  Trie trie() {
    return trie;
  }

  Openings openings() {
    return openings;
  }

  List<Cue> all() {
    return cues;
  }

  /** For each cue the next one of the same words, or {@code Trie.NONE}. */
  List<Integer> also() {
    return also;
  }

  Cues cues() {
    return new Cues(this);
  }

  /** The words of the lines that announce {@code name}. */
  WordSet words(String name) {
    return new WordSet(list(name));
  }

  private List<String> list(String name) {
    List<String> words = sets.get(name);
    if (words == null) {
      throw new IllegalStateException(FILE + ": no line announces `" + name + "`");
    }
    return words;
  }

  private void add(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length < 4) {
      throw new IllegalStateException(FILE + ": four fields are missing in `" + line + "`");
    }
    List<String> words = List.of(fields[3].split("\\|", -1));
    if (fields[2].equals("none")) {
      sets.computeIfAbsent(fields[1], name -> new ArrayList<>()).addAll(words);
      return;
    }
    List<String> then = fields.length > 4 ? List.of(fields[4].split("\\|", -1)) : List.of();
    boolean before = fields[2].equals("before");
    words.forEach(word -> add(word, before, then, Announced.of(fields[1])));
  }

  /** A word that announces several things is a chain of cues. */
  private void add(String word, boolean before, List<String> then, Announced announced) {
    int cue = cues.size();
    cues.add(new Cue(announced, before, Character.isUpperCase(word.charAt(0)), then));
    also.add(Trie.NONE);
    openings.add(word);
    int last = trie.add(word, cue);
    while (last != Trie.NONE && also.get(last) != Trie.NONE) {
      last = also.get(last);
    }
    if (last != Trie.NONE) {
      also.set(last, cue);
    }
  }
}
