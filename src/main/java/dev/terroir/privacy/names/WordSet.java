package dev.terroir.privacy.names;

import java.util.Collection;

/** Folded words that are looked up in place, without a copy. */
final class WordSet {

  private final Trie words = new Trie();

  WordSet(Collection<String> words) {
    words.forEach(word -> this.words.add(word, 0));
  }

  boolean contains(String text, int start, int end) {
    int state = Trie.ROOT;
    for (int at = start; at < end && state != Trie.NONE; at++) {
      state = words.step(state, Letters.fold(text.charAt(at)));
    }
    return state != Trie.NONE && words.value(state) != Trie.NONE;
  }

  /** Behind the longest of the words that starts at {@code start}, or {@code start}. */
  int longest(String text, int start) {
    int end = start;
    int state = Trie.ROOT;
    for (int at = start; at < text.length(); at++) {
      state = words.step(state, Letters.fold(text.charAt(at)));
      if (state == Trie.NONE) {
        break;
      }
      if (words.value(state) != Trie.NONE) {
        end = at + 1;
      }
    }
    return end;
  }
}
