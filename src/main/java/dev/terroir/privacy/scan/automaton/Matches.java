package dev.terroir.privacy.scan.automaton;

/**
 * What has matched from some places of a text, by the rising places and the rising ends: some are
 * gathered and looked at, then the next. Used by one scan.
 */
public final class Matches {

  /** No pattern reaches further, but for those whose test says how far they do. */
  static final int LONGEST = 256;

  private static final int ROOM = 128;

  private final int[] starts;
  private final int[] ends;
  private final int[] states;
  private final int most;
  private int count;

  /**
   * @param length of the text
   */
  public Matches(int length) {
    this.most = Math.min(ROOM, length);
    this.starts = new int[most + Math.min(LONGEST, length)];
    this.ends = new int[starts.length];
    this.states = new int[starts.length];
  }

  /** Whether there is room for all that can match from one more place. */
  boolean hasRoom() {
    return count < most;
  }

  void add(int start, int end, int state) {
    starts[count] = start;
    ends[count] = end;
    states[count++] = state;
  }

  /**
   * Adds one that takes the place of the last if that began there, had a state below {@code limit}
   * too, and ends on the same side of {@code parted}.
   */
  void addLonger(int start, int end, int state, int limit, int parted) {
    int last = count - 1;
    boolean longer =
        last >= 0
            && starts[last] == start
            && states[last] < limit
            && (end <= parted || ends[last] > parted);
    if (longer) {
      ends[last] = end;
      states[last] = state;
    } else {
      add(start, end, state);
    }
  }

  public void clear() {
    count = 0;
  }

  public int count() {
    return count;
  }

  public int start(int match) {
    return starts[match];
  }

  public int end(int match) {
    return ends[match];
  }

  /** The state of the automaton. */
  public int state(int match) {
    return states[match];
  }
}
