package dev.terroir.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Findings that do not overlap, made from some that may: the first to come keep what they cover,
 * and of a later one what is left over is kept under its own kind, so that nothing that was found
 * is lost. What one costs depends on its length alone, not on how much there is. Used once.
 */
public final class Coverage {

  private static final long COVERED = 0;
  private static final long FREE = -1;

  private final String text;
  private final int first;

  /** A bit for each character from {@code first} on. */
  private final long[] covered;

  private final List<Finding> findings = new ArrayList<>();

  public Coverage(String text) {
    this(text, 0, text.length());
  }

  /**
   * @param first no finding starts before it
   * @param behind no finding ends behind it
   */
  public Coverage(String text, int first, int behind) {
    this.text = text;
    this.first = first;
    this.covered = new long[(behind - first) / Long.SIZE + 1];
  }

  public void add(String kind, int start, int end) {
    int from = next(FREE, start, end);
    while (from < end) {
      int to = next(COVERED, from, end);
      if (from == start && to == end) {
        findings.add(new Finding(kind, start, end));
      } else {
        addRest(kind, from, to);
      }
      cover(from - first, to - first);
      from = next(FREE, to, end);
    }
  }

  /** The first that is free, or covered, from {@code from} on; {@code end} where there is none. */
  private int next(long flipped, int from, int end) {
    int at = from - first;
    while (at < end - first) {
      long bits = (covered[at / Long.SIZE] ^ flipped) >>> at;
      if (bits != 0) {
        return Math.min(end, first + at + Long.numberOfTrailingZeros(bits));
      }
      at = (at | (Long.SIZE - 1)) + 1;
    }
    return end;
  }

  private void cover(int from, int to) {
    for (int at = from; at < to; at = (at | (Long.SIZE - 1)) + 1) {
      int behind = Math.min(to, (at | (Long.SIZE - 1)) + 1);
      covered[at / Long.SIZE] |= -1L >>> (Long.SIZE - (behind - at)) << at;
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
      findings.add(new Finding(kind, start, end));
    }
  }

  /** In their order. */
  public List<Finding> findings() {
    return List.copyOf(Places.inOrder(findings, Finding::start));
  }
}
