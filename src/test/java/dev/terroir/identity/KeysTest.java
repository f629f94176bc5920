package dev.terroir.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.identity.Identification.Cause;
import dev.terroir.identity.Identification.Identified;
import dev.terroir.identity.Identification.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeysTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final TenantId TENANT = new TenantId("t");

  private static Keys keys(boolean development) {
    return new Keys(
        List.of(
            key("good", Optional.empty(), false),
            key("last-day", Optional.of(LocalDate.of(2026, 11, 24)), false),
            key("old", Optional.of(LocalDate.of(2026, 11, 23)), false),
            key("dev", Optional.empty(), true)),
        development,
        CLOCK);
  }

  private static StoredKey key(String text, Optional<LocalDate> expires, boolean development) {
    return new StoredKey(text, TENANT, Keys.digest(text), expires, development);
  }

  @Test
  void knowsAKeyByItsDigest() {
    assertThat(keys(false).identify(List.of("good")))
        .isEqualTo(new Identified(new Caller("good", TENANT)));
  }

  @Test
  void rejectsWhatIsMissingUnknownExpiredOrAmbiguous() {
    assertThat(keys(false).identify(List.of())).isEqualTo(new Rejected(Cause.MISSING));
    assertThat(keys(false).identify(List.of("bad"))).isEqualTo(new Rejected(Cause.UNKNOWN));
    assertThat(keys(false).identify(List.of("old"))).isEqualTo(new Rejected(Cause.EXPIRED));
    assertThat(keys(false).identify(List.of("good", "old")))
        .isEqualTo(new Rejected(Cause.CONFLICTING));
  }

  @Test
  void aKeyIsGoodOnItsLastDayAndTwiceTheSameIsOne() {
    assertThat(keys(false).identify(List.of("last-day"))).isInstanceOf(Identified.class);
    assertThat(keys(false).identify(List.of("good", "good"))).isInstanceOf(Identified.class);
  }

  @Test
  void developmentKeysAreGoodOnlyInDevelopment() {
    assertThat(keys(false).identify(List.of("dev"))).isEqualTo(new Rejected(Cause.UNKNOWN));
    assertThat(keys(true).identify(List.of("dev"))).isInstanceOf(Identified.class);
  }
}
