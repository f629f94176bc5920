package dev.terroir.gateway;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes ids of exchanges: the time in milliseconds and 64 random bits, sortable. Thread-safe. */
public final class ExchangeIds {

  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random must be thread-safe
   */
  public ExchangeIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public String next() {
    return hex(clock.millis(), 12) + hex(random.nextLong(), 16);
  }

  private static String hex(long value, int digits) {
    String hex = Long.toHexString(value);
    return hex.length() >= digits
        ? hex.substring(hex.length() - digits)
        : "0".repeat(digits - hex.length()) + hex;
  }
}
