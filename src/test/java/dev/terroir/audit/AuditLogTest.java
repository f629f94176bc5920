package dev.terroir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuditLogTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path directory;

  private static Intent intent(String exchange) {
    return new Intent(
        exchange, Instant.EPOCH, "t", "t/k", List.of(), "p", List.of(), List.of(), List.of(), "");
  }

  private static Outcome refused(String exchange) {
    return new Outcome.Refused(
        exchange, Instant.EPOCH, "", 401, "invalid_key", List.of(), List.of(), List.of());
  }

  private void write(int records) throws IOException {
    try (AuditLog log = AuditLog.open(directory, CLOCK)) {
      for (int i = 0; i < records; i++) {
        log.outcome(refused("e" + i));
      }
    }
  }

  private Path file() throws IOException {
    List<Path> files = Segments.in(directory);
    assertThat(files).hasSize(1);
    return files.getFirst();
  }

  private Verification verify() throws IOException {
    return Verification.of(directory);
  }

  @Test
  void completesAStageOnlyWhenTheRecordIsInTheFile() throws IOException {
    try (AuditLog log = AuditLog.open(directory, CLOCK)) {
      for (int i = 0; i < 50; i++) {
        // when
        log.intent(intent("e" + i)).toCompletableFuture().join();

        // then
        assertThat(Files.readString(file())).contains("\"exchange\":\"e" + i + "\"").endsWith("\n");
      }
    }
  }

  @Test
  void verifiesWhatItWroteAcrossRestarts() throws IOException {
    // given
    write(5);
    write(5);

    // when
    Verification verification = verify();

    // then
    assertThat(verification.fault()).isEmpty();
    assertThat(verification.records()).isEqualTo(10);
  }

  /** A way to tamper with line {@code n} of a log. */
  enum Tampering {
    ALTERED(
        (lines, n) -> {
          lines.set(n, lines.get(n).replace("401", "200"));
          return lines;
        }),
    DROPPED(
        (lines, n) -> {
          lines.remove((int) n);
          return lines;
        }),
    SWAPPED(
        (lines, n) -> {
          Collections.swap(lines, n, n + 1);
          return lines;
        }),
    TWICE(
        (lines, n) -> {
          lines.add(n, lines.get(n));
          return lines;
        }),
    INSERTED(
        (lines, n) -> {
          lines.add(n, Line.START + " {\"kind\":\"refused\",\"exchange\":\"x\"}");
          return lines;
        }),
    EMPTIED(
        (lines, n) -> {
          lines.set(n, "");
          return lines;
        }),
    SHORTENED(
        (lines, n) -> {
          lines.set(n, lines.get(n).substring(0, lines.get(n).length() / 2));
          return lines;
        });

    @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
    private final BiFunction<List<String>, Integer, List<String>> tamper;

    Tampering(BiFunction<List<String>, Integer, List<String>> tamper) {
      this.tamper = tamper;
    }
  }

  @ParameterizedTest
  @EnumSource(Tampering.class)
  void findsEveryTamperingBeforeTheLastRecord(Tampering tampering) throws IOException {
    // given
    int records = 12;
    write(records);
    List<String> lines = Files.readAllLines(file());

    for (int n = 0; n < records - 1; n++) {
      // when
      Files.write(file(), tampering.tamper.apply(new ArrayList<>(lines), n));

      // then
      String found = verify().fault().orElse("nothing found at " + n);
      int twice = tampering == Tampering.TWICE ? 1 : 0;
      assertThat(found).contains("record " + (n + 1 + twice) + " is not as it was written");
      assertThatThrownBy(() -> AuditLog.open(directory, CLOCK))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was altered");
    }
  }

  @Test
  void cutsOffHalfALineAtTheEnd() throws IOException {
    // given: a crash in the middle of a write
    write(3);
    Files.writeString(file(), "0".repeat(40), StandardOpenOption.APPEND);
    assertThat(verify().tornAt()).isPresent();

    // when
    write(1);

    // then
    Verification verification = verify();
    assertThat(verification.fault()).isEmpty();
    assertThat(verification.tornAt()).isEmpty();
    assertThat(verification.records()).isEqualTo(4);
  }

  @Test
  void cutsOffALastLineThatLacksItsEndWhereverItWasCut() throws IOException {
    // given
    write(2);
    byte[] whole = Files.readAllBytes(file());
    int last = new String(whole, UTF_8).indexOf('\n') + 1;

    for (int length = last; length < whole.length; length++) {
      // given
      Files.write(file(), java.util.Arrays.copyOf(whole, length));

      // when
      AuditLog.open(directory, CLOCK).close();

      // then
      assertThat(Files.size(file())).isEqualTo(last);
    }
  }

  @Test
  void recordsWhatACrashLeftUnfinished() throws IOException {
    // given
    try (AuditLog log = AuditLog.open(directory, CLOCK)) {
      log.intent(intent("ended"));
      log.intent(intent("crashed"));
      log.outcome(refused("ended"));
    }

    // when
    AuditLog.open(directory, CLOCK).close();

    // then
    List<String> lines = Files.readAllLines(file());
    assertThat(lines).hasSize(4);
    assertThat(lines.getLast())
        .contains("\"kind\":\"interrupted\"", "\"exchange\":\"crashed\"", "\"cause\":\"crash\"");
    assertThat(verify().unfinished()).isEmpty();
  }

  @Test
  void acceptsNothingOnceItIsClosed() throws IOException {
    // given
    AuditLog log = AuditLog.open(directory, CLOCK);
    log.close();

    // when
    var late = log.outcome(refused("late")).toCompletableFuture();

    // then
    assertThat(late).isCompletedExceptionally();
    assertThat(log.isWritable()).isFalse();
    assertThat(Files.readString(file())).isEmpty();
  }

  @Test
  void isWrittenByOneProcessOnly() throws IOException {
    // given
    try (AuditLog first = AuditLog.open(directory, CLOCK)) {
      assertThat(first.isWritable()).isTrue();

      // when, then
      assertThatThrownBy(() -> AuditLog.open(directory, CLOCK)).isInstanceOf(Exception.class);
    }
  }
}
