package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.RawConnection.Head;
import dev.terroir.fixtures.Script;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamTest {

  private static final Bench BENCH = Bench.open();

  private static final String ASKING_FOR_USAGE =
      Bench.streamed().replaceFirst("\\{", "{\"stream_options\":{\"include_usage\":true},");

  @AfterAll
  static void close() {
    BENCH.close();
  }

  /** What a caller hears of a whole stream: the data of its events, comments left out. */
  private static List<String> hear(String body) throws IOException {
    try (RawConnection caller = BENCH.connect().ask(body)) {
      assertThat(caller.head().status()).isEqualTo(200);
      List<String> data = new ArrayList<>();
      for (var event = caller.event(); event.isPresent(); event = caller.event()) {
        event.filter(it -> !it.equals(":")).map(it -> it.substring(6)).ifPresent(data::add);
      }
      return data;
    }
  }

  private static String content(String data) {
    JsonObject delta =
        new JsonObject(data).getJsonArray("choices").getJsonObject(0).getJsonObject("delta");
    return delta.getString("content", "");
  }

  @Test
  void relaysEventsInOrderAndEndsThemOnce() throws IOException {
    // given
    BENCH.upstream().script(Script.stream().chunk("a").chunk("b").chunk("c").stop().done());

    // when
    List<String> data = hear(Bench.streamed());

    // then
    assertThat(data).hasSize(5);
    assertThat(data.subList(0, 3)).map(StreamTest::content).containsExactly("a", "b", "c");
    assertThat(data.get(3)).contains("\"finish_reason\":\"stop\"");
    assertThat(data.get(4)).isEqualTo("[DONE]");
    assertThat(data.subList(0, 4)).allMatch(it -> it.contains("\"model\":\"model-one\""));
  }

  @Test
  void sendsTheHeadThatStreamsNeed() throws IOException {
    // given
    BENCH.upstream().script(Script.stream().chunk("a").stop().done());

    // when
    try (RawConnection caller = BENCH.connect().ask(Bench.streamed())) {
      Head head = caller.head();

      // then
      assertThat(head.header("content-type")).isEqualTo("text/event-stream");
      assertThat(head.header("cache-control")).isEqualTo("no-cache");
      assertThat(head.headers()).doesNotContainKeys("content-length", "content-encoding");
      assertThat(head.header("terroir-deployment")).isEqualTo("one/model-one");
      assertThat(head.header("request-id")).isEqualTo(head.header("x-request-id")).isNotEmpty();
      assertThat(head.header("terroir-jurisdictions")).isEqualTo("DE");
      assertThat(caller.body()).endsWith("}\n\ndata: [DONE]\n\n").doesNotContain("\r");
    }
  }

  @Test
  void keepsTheConnectionForTheNextRequest() throws IOException {
    // given
    BENCH.upstream().script(Script.stream().chunk("a").stop().done());

    // when
    try (RawConnection caller = BENCH.connect().ask(Bench.streamed())) {
      caller.head();
      caller.body();
      caller.ask(Bench.streamed());

      // then
      assertThat(caller.head().status()).isEqualTo(200);
      assertThat(caller.body()).endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void tellsTheUsageOnlyToThoseWhoAsk() throws IOException {
    // given
    BENCH.upstream().script(Script.stream().chunk("a").stop().usage(7, 5).done());

    // when
    List<String> silent = hear(Bench.streamed());
    List<String> asking = hear(ASKING_FOR_USAGE);

    // then
    assertThat(silent).noneMatch(it -> it.contains("usage"));
    assertThat(asking).hasSize(silent.size() + 1);
    JsonObject usage = new JsonObject(asking.get(asking.size() - 2));
    assertThat(usage.getJsonArray("choices")).isEmpty();
    assertThat(usage.getJsonObject("usage").getInteger("prompt_tokens")).isEqualTo(7);
    assertThat(usage.getString("model")).isEqualTo("model-one");
  }

  @Test
  void deliversEachEventWhenItComes() throws IOException {
    // given
    Duration pause = Duration.ofMillis(120);
    BENCH
        .upstream()
        .script(
            Script.stream().stamped().pause(pause).stamped().pause(pause).stamped().stop().done());

    // when
    List<Long> delays = new ArrayList<>();
    try (RawConnection caller = BENCH.connect().ask(Bench.streamed())) {
      caller.head();
      for (var event = caller.event(); event.isPresent(); event = caller.event()) {
        Optional<String> stamp = event.filter(it -> it.contains("stamp "));
        stamp
            .map(it -> Long.parseLong(content(it.substring(6)).substring(6)))
            .ifPresent(sent -> delays.add(System.nanoTime() - sent));
      }
    }

    // then
    assertThat(delays).hasSize(3).allMatch(it -> it < Duration.ofMillis(100).toNanos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryLineEnd(String end) throws IOException {
    // given
    Script script = Script.stream().write(": hello" + end + end + "retry: 3" + end + end);
    script = script.write("event: x" + end + end + "id: 1" + end + "data:{\"choices\":" + end);
    script = script.write("data: []}" + end + end + "data: [DONE]" + end + end);
    BENCH.upstream().script(script.end());

    // when
    List<String> data = hear(Bench.streamed());

    // then
    assertThat(data).hasSize(2);
    assertThat(data.getLast()).isEqualTo("[DONE]");
  }

  @Test
  void dropsTheCommentsOfTheDeployment() throws IOException {
    // given
    BENCH
        .upstream()
        .script(Script.stream().write(": PROCESSING\n\n").chunk("a").write(":\n\n").stop().done());

    // when
    try (RawConnection caller = BENCH.connect().ask(Bench.streamed())) {
      caller.head();

      // then
      assertThat(caller.body()).doesNotContain("PROCESSING").contains("[DONE]");
    }
  }

  @Test
  void survivesBytesThatComeOneByOne() throws IOException {
    // given
    String golden =
        "data: {\"choices\":[{\"delta\":{\"content\":\"gr\u00fc\u00df \ud834\udd1e\"}}]}\n\n";
    byte[] bytes = (golden + "data: [DONE]\n\n").getBytes(StandardCharsets.UTF_8);
    Script script = Script.stream();
    for (byte b : bytes) {
      script = script.write(Buffer.buffer(new byte[] {b})).pause(Duration.ofMillis(1));
    }
    BENCH.upstream().script(script.end());

    // when
    List<String> data = hear(Bench.streamed());

    // then
    assertThat(data).hasSize(2);
    assertThat(content(data.getFirst())).isEqualTo("gr\u00fc\u00df \ud834\udd1e");
  }

  @Test
  void losesNoneOfTenThousandEvents() throws IOException {
    // given
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      events
          .append("data: {\"choices\":[{\"delta\":{\"content\":\"")
          .append(i)
          .append("\"}}]}\n\n");
    }
    BENCH.upstream().script(Script.stream().write(events.toString()).stop().done());

    // when
    List<String> data = hear(Bench.streamed());

    // then
    assertThat(data).hasSize(10_002).last().isEqualTo("[DONE]");
    for (int i = 0; i < 10_000; i++) {
      assertThat(content(data.get(i))).isEqualTo(Integer.toString(i));
    }
  }

  @Test
  void refusesAnEventThatIsTooLarge() throws IOException {
    // given
    Script script = Script.stream().chunk("a").write("data: {\"x\":\"" + "y".repeat(1 << 20));
    BENCH.upstream().script(script.write("\"}\n\n").stop().done());

    // when
    List<String> data = hear(Bench.streamed());

    // then
    assertThat(data).hasSize(2);
    assertThat(data.getLast()).contains("\"error\"");
  }

  @Test
  void addsNothingAfterTheEnd() throws IOException {
    // given
    BENCH
        .upstream()
        .script(
            Script.stream()
                .chunk("a")
                .stop()
                .write("data: [DONE]\n\ndata: [DONE]\n\n")
                .chunk("late")
                .end());

    // when
    List<String> data = hear(Bench.streamed());

    // then
    assertThat(data).hasSize(3).filteredOn("[DONE]"::equals).hasSize(1);
  }
}
