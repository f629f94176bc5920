package dev.terroir.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SseReaderTest {

  private static final String GOLDEN =
      """
      retry: 10
      : comment

      event: a
      data: one

      data:two
      data:  three

      :

      event: dropped

      id: 7
      data

      data: gr\u00fc\u00df \ud834\udd1e

      datax: no

      data: [DONE]

      """;

  private static final List<String> EVENTS =
      List.of("a|one", "|two\n three", "|", "|gr\u00fc\u00df \ud834\udd1e", "|[DONE]");

  private static List<String> read(Buffer bytes, List<Integer> cuts) {
    List<String> events = new ArrayList<>();
    SseReader reader =
        new SseReader(1 << 20, event -> events.add(event.name() + "|" + event.text()));
    int from = 0;
    for (int cut : cuts) {
      reader.read(bytes.slice(from, cut));
      from = cut;
    }
    reader.read(bytes.slice(from, bytes.length()));
    reader.end();
    return events;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void givesTheSameEventsWhereverTheBytesAreCutOnce(String end) {
    // given
    Buffer bytes = Buffer.buffer(GOLDEN.replace("\n", end));

    for (int cut = 0; cut <= bytes.length(); cut++) {
      // when
      List<String> events = read(bytes, List.of(cut));

      // then
      assertThat(events).as("cut at " + cut).isEqualTo(EVENTS);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesTheSameEventsHoweverTheBytesAreCut(long seed) {
    // given: every line with a line end of its own
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<String> ends = List.of("\n", "\r\n", "\r");

    for (int trial = 0; trial < 500; trial++) {
      StringBuilder text = new StringBuilder();
      String before = "";
      for (String line : GOLDEN.split("\n", -1)) {
        String end = ends.get(random.nextInt(ends.size()));
        boolean wouldJoin = before.equals("\r") && line.isEmpty() && end.equals("\n");
        before = wouldJoin ? "\r" : end;
        text.append(line).append(before);
      }
      Buffer bytes = Buffer.buffer(text.toString());
      List<Integer> cuts =
          random.ints(random.nextInt(30), 0, bytes.length()).sorted().boxed().toList();

      // when
      List<String> events = read(bytes, cuts);

      // then
      assertThat(events).as("seed " + seed + ", trial " + trial).isEqualTo(EVENTS);
    }
  }

  @ParameterizedTest
  @CsvSource({"data: x", "'data: x\n'", "'data: x\n\n'", "'data: x\r\n\r'"})
  void countsALastEventThatLacksItsBlankLine(String text) {
    assertThat(read(Buffer.buffer(text), List.of())).containsExactly("|x");
  }

  @Test
  void forgetsTheNameOfAnEventWithoutData() {
    assertThat(read(Buffer.buffer("event: a\n\ndata: x\n\n"), List.of())).containsExactly("|x");
  }

  @Test
  void stopsAtAnEventThatIsTooLarge() {
    // given
    List<String> events = new ArrayList<>();
    SseReader reader = new SseReader(100, event -> events.add(event.text()));

    // when
    reader.read(Buffer.buffer("data: small\n\ndata: " + "x".repeat(95) + "\n\n"));
    reader.read(Buffer.buffer("data: late\n\n"));
    reader.end();

    // then
    assertThat(reader.isTooLarge()).isTrue();
    assertThat(events).containsExactly("small");
  }

  @Test
  void boundsAnEventOfManySmallLines() {
    // given
    SseReader reader = new SseReader(100, event -> {});

    // when
    for (int i = 0; i < 100; i++) {
      reader.read(Buffer.buffer("data: xx\n"));
    }

    // then
    assertThat(reader.isTooLarge()).isTrue();
  }

  @Test
  void neverTiresOfComments() {
    // given
    List<String> events = new ArrayList<>();
    SseReader reader = new SseReader(100, event -> events.add(event.text()));

    // when
    for (int i = 0; i < 100_000; i++) {
      reader.read(Buffer.buffer(": still here\n\n"));
    }
    reader.read(Buffer.buffer("data: x\n\n"));

    // then
    assertThat(reader.isTooLarge()).isFalse();
    assertThat(events).containsExactly("x");
  }
}
