package dev.terroir.privacy.scan.automaton;

/**
 * What has matched when a state of an automaton is reached. Its arrays are not to be written to.
 */
public final class Matched {

  private final int[] certain;
  private final int[] weak;
  private final int[] words;
  private final boolean onlyLongest;
  private final boolean openEnded;

  /**
   * @param certain patterns that count by themselves, in rising order
   * @param weak patterns that count beside a word of their context, and end where words do
   * @param words of contexts, by their place among the words
   * @param onlyLongest whether all of it is weak, and only the longest match from a place counts
   * @param openEnded whether something of it may end although a letter or digit follows
   */
  public Matched(int[] certain, int[] weak, int[] words, boolean onlyLongest, boolean openEnded) {
    this.certain = certain;
    this.weak = weak;
    this.words = words;
    this.onlyLongest = onlyLongest;
    this.openEnded = openEnded;
  }

  public int[] certain() {
    return certain;
  }

  public int[] weak() {
    return weak;
  }

  public int[] words() {
    return words;
  }

  boolean isOnlyLongest() {
    return onlyLongest;
  }

  boolean isNothing() {
    return certain.length + weak.length + words.length == 0;
  }

  boolean isOpenEnded() {
    return openEnded;
  }
}
