package dev.terroir.privacy.names;

/** A start and an end in one {@code long}: what the rules return without allocating. */
final class Range {

  static final long NONE = -1;

  private static final long ADDRESS = 1L << 31;
  private static final int VALUE = 0x7FFF_FFFF;

  private Range() {}

  static long of(int start, int end) {
    return (long) start << 32 | end;
  }

  static int start(long range) {
    return (int) (range >>> 32) & VALUE;
  }

  static int end(long range) {
    return (int) range & VALUE;
  }

  /** The same range, as that of an address. */
  static long address(long range) {
    return range == NONE ? NONE : range | ADDRESS;
  }

  static boolean isAddress(long range) {
    return range != NONE && (range & ADDRESS) != 0;
  }
}
