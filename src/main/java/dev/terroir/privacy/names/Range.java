package dev.terroir.privacy.names;

/** A start and an end in one {@code long}: what the rules return without allocating. */
final class Range {

  static final long NONE = -1;

  private Range() {}

  static long of(int start, int end) {
    return (long) start << 32 | end;
  }

  static int start(long range) {
    return (int) (range >> 32);
  }

  static int end(long range) {
    return (int) range;
  }
}
