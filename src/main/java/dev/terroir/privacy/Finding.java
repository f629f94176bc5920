package dev.terroir.privacy;

/**
 * Where something stands in a text. It never holds the text itself.
 *
 * @param kind what it is, as callers and records read it: {@code email}, {@code DE.steuer-id}
 * @param start of it, in UTF-16 code units
 * @param end behind it
 */
public record Finding(String kind, int start, int end) {
  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Finding other) {
    return start < other.end && other.start < end;
  }
}
