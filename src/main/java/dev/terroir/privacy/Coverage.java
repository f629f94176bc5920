package dev.terroir.privacy;

import java.util.List;
import java.util.TreeMap;

/**
 * Findings that do not overlap, made from some that may: the first to come keep what they cover,
 * and of a later one what is left over is kept under its own kind, so that nothing that was found
 * is lost. Used once.
 */
public final class Coverage {

  private final String text;
  private final TreeMap<Integer, Finding> covered = new TreeMap<>();

  public Coverage(String text) {
    this.text = text;
  }

  public void add(String kind, int start, int end) {
    int from = start;
    var before = covered.floorEntry(start);
    if (before != null) {
      from = Math.max(from, before.getValue().end());
    }
    while (from < end) {
      var next = covered.ceilingEntry(from);
      int to = next == null ? end : Math.min(end, next.getKey());
      if (from == start && to == end) {
        covered.put(start, new Finding(kind, start, end));
      } else {
        addRest(kind, from, to);
      }
      from = next == null ? end : Math.max(to, next.getValue().end());
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
      covered.put(start, new Finding(kind, start, end));
    }
  }

  /** In their order. */
  public List<Finding> findings() {
    return List.copyOf(covered.values());
  }
}
