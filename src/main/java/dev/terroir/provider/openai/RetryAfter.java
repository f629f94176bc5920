package dev.terroir.provider.openai;

import java.time.Duration;
import java.util.Optional;

/** Reads {@code retry-after} in seconds; a date or anything else counts as absent. */
final class RetryAfter {

  /** The Anthropic SDK sleeps for whatever it is told, so nobody is told more than this. */
  private static final long MOST_SECONDS = 600;

  private RetryAfter() {}

  static Optional<Duration> parse(String value) {
    if (!value.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(value), MOST_SECONDS)));
  }
}
