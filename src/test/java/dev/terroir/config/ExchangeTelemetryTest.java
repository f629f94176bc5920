package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.policy.Watched;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

final class ExchangeTelemetryTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ExchangeTelemetry telemetry = new ExchangeTelemetry(meters);

  private double counted(String rule, String effect) {
    return meters
        .get("terroir.rules.watched")
        .tags("rule", rule, "effect", effect)
        .counter()
        .count();
  }

  @Test
  void countsWatchedRulesByWhatTheyWouldDo() {
    // when
    telemetry.watched(new Watched("DE/x", "a law", Watched.Effect.WOULD_DENY, 3));
    telemetry.watched(new Watched("DE/x", "a law", Watched.Effect.WOULD_DENY, 2));
    telemetry.watched(new Watched("DE/x", "a law", Watched.Effect.NO_EFFECT, 0));

    // then
    assertThat(counted("DE/x", "would-deny")).isEqualTo(2);
    assertThat(counted("DE/x", "no-effect")).isEqualTo(1);
  }
}
