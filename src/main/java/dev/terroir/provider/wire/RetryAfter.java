package dev.terroir.provider.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads when a deployment wants to be asked again; a date or anything else counts as absent. */
public final class RetryAfter {

  /** The Anthropic SDK sleeps for whatever it is told, so nobody is told more than this. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private RetryAfter() {}

  /**
   * From {@code retry-after-ms} where that is there, else from {@code retry-after}.
   *
   * @param header the value of a header, or empty
   */
  static Optional<Duration> of(UnaryOperator<String> header) {
    String millis = header.apply("retry-after-ms");
    return millis.matches("\\d{1,9}")
        ? bounded(Duration.ofMillis(Long.parseLong(millis)))
        : parse(header.apply("retry-after"));
  }

  /** Whole seconds. */
  static Optional<Duration> parse(String value) {
    return value.matches("\\d{1,9}")
        ? bounded(Duration.ofSeconds(Long.parseLong(value)))
        : Optional.empty();
  }

  /** No longer than anybody should be told to wait. */
  public static Optional<Duration> bounded(Duration delay) {
    return Optional.of(delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
  }
}
