package dev.terroir.privacy.names;

/** Finds the longest cue at a place. */
final class Cues {

  private final Trie trie;
  private final Openings openings;
  private final Cue[] cues;
  private final int[] also;

  Cues(CueFile file) {
    trie = file.trie();
    openings = file.openings();
    cues = file.all().toArray(Cue[]::new);
    also = file.also().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The longest cue at {@code start}: its end, and its number in place of a range's start. */
  long at(String text, int start) {
    boolean spaced = Letters.isSpaced(Letters.kind(text.charAt(start)));
    if (spaced && !openings.mayOpen(text, start)) {
      return Range.NONE;
    }
    return longest(text, start);
  }

  private long longest(String text, int start) {
    long best = Range.NONE;
    int state = Trie.ROOT;
    for (int at = start; at < text.length(); at++) {
      state = trie.step(state, Letters.fold(text.charAt(at)));
      if (state == Trie.NONE) {
        break;
      }
      int cue = trie.value(state);
      if (cue != Trie.NONE && Words.endsWord(text, at)) {
        long fitting = fitting(cue, text.charAt(start), at + 1);
        best = fitting == Range.NONE ? best : fitting;
      }
    }
    return best;
  }

  /** What else the words of {@code found} announce, or {@code NONE}. */
  long also(String text, int start, long found) {
    return fitting(also[Range.start(found)], text.charAt(start), Range.end(found));
  }

  Cue cue(long found) {
    return cues[Range.start(found)];
  }

  private long fitting(int first, char start, int end) {
    int cue = first;
    while (cue != Trie.NONE && cues[cue].capital() && Letters.kind(start) != Letters.UPPER) {
      cue = also[cue];
    }
    return cue == Trie.NONE ? Range.NONE : Range.of(cue, end);
  }
}
