package dev.terroir.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Findings that do not overlap, made from some that may: the first to come keep what they cover,
 * and of a later one what is left over is kept under its own kind, so that nothing that was found
 * is lost. Used once.
 */
public final class Coverage {

  private final String text;
  private final int first;
  private final BitSet covered = new BitSet();
  private final List<Finding> findings = new ArrayList<>();

  public Coverage(String text) {
    this(text, 0);
  }

  /**
   * @param first no finding starts before it
   */
  public Coverage(String text, int first) {
    this.text = text;
    this.first = first;
  }

  public void add(String kind, int start, int end) {
    int from = covered.nextClearBit(start - first) + first;
    while (from < end) {
      int next = covered.nextSetBit(from - first) + first;
      int to = next < from ? end : Math.min(end, next);
      if (from == start && to == end) {
        put(kind, start, end);
      } else {
        addRest(kind, from, to);
      }
      from = covered.nextClearBit(to - first) + first;
    }
  }

  /** Without the separators that a rest begins or ends with. */
  private void addRest(String kind, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      put(kind, start, end);
    }
  }

  private void put(String kind, int start, int end) {
    covered.set(start - first, end - first);
    findings.add(new Finding(kind, start, end));
  }

  /** In their order. */
  public List<Finding> findings() {
    return List.copyOf(Places.inOrder(findings, Finding::start));
  }
}
