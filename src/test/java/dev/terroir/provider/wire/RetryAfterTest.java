package dev.terroir.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

  @Test
  void readsSecondsUpToTenMinutes() {
    assertThat(RetryAfter.parse("0")).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("7")).contains(Duration.ofSeconds(7));
    assertThat(RetryAfter.parse("86400")).contains(Duration.ofMinutes(10));
    assertThat(RetryAfter.parse("999999999")).contains(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
  void takesAnythingElseForSilence(String value) {
    assertThat(RetryAfter.parse(value)).isEmpty();
  }
}
