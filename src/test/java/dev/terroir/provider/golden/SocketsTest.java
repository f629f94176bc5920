package dev.terroir.provider.golden;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.RawUpstream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each dialect through the whole gateway, over sockets, broken off at many places in every way. */
final class SocketsTest {

  private static final int PLACES = 8;
  private static final String ASKING = Bench.streamed().replace("auto", "model-one");
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(UTF_8);

  /** How a stream breaks off. */
  enum End {
    FIN(""),
    RST(""),
    NOT_HTTP("zz\r\n\u0000\u0001"),
    /** The framing of HTTP is right; nothing is that follows in it. */
    NOT_AN_EVENT("18\r\n\n\ndata: {]\n\n\u0000\u0001\u0002garbage\r\n0\r\n\r\n"),
    SILENCE("");

    private final String text;

    End(String text) {
      this.text = text;
    }
  }

  private static String head(Tongue tongue) {
    return RawUpstream.STREAM_HEAD.replace("text/event-stream", tongue.translator().streamType());
  }

  private static void play(RawUpstream upstream, Tongue tongue, byte[] bytes, End end) {
    RawUpstream.Play play =
        out -> {
          out.write(head(tongue).getBytes(UTF_8));
          if (bytes.length > 0) {
            out.write(RawUpstream.framed(bytes, 0, bytes.length));
          }
          out.write(end.text.getBytes(ISO_8859_1));
          out.flush();
          if (end == End.SILENCE) {
            Thread.sleep(1000);
          }
        };
    if (end == End.RST) {
      upstream.playAndReset(play);
    } else {
      upstream.play(play);
    }
  }

  /** The first offset at which all has been said. */
  private static int complete(Tongue.Case example) {
    byte[] bytes = example.bytes();
    for (int cut = 0; cut < bytes.length; cut++) {
      if (Heard.of(example.tongue(), Arrays.copyOf(bytes, cut)).isFinished()) {
        return cut;
      }
    }
    return bytes.length;
  }

  private static Set<Integer> places(int complete, End end) {
    int count = end == End.SILENCE ? 3 : PLACES;
    Set<Integer> places = new TreeSet<>(List.of(0, complete - 1));
    for (int i = 1; i < count; i++) {
      places.add(complete * i / count);
    }
    return places;
  }

  @ParameterizedTest
  @EnumSource
  void neverPassesOffABrokenStreamAsWhole(Tongue tongue) throws IOException {
    try (RawUpstream upstream = RawUpstream.start();
        Bench bench = TongueWorld.open(tongue, upstream.endpoint())) {
      for (Tongue.Case example : Tongue.streams()) {
        if (example.tongue() == tongue) {
          int complete = complete(example);
          for (End end : End.values()) {
            for (int cut : places(complete, end)) {
              bench.gateway().forgive("one/model-one");
              play(upstream, tongue, Arrays.copyOf(example.bytes(), cut), end);
              expectNoEnd(bench, example + " at " + cut + " with " + end);
            }
          }
        }
      }
    }
  }

  private static void expectNoEnd(Bench bench, String at) throws IOException {
    try (RawConnection caller = bench.connect().ask(ASKING)) {
      int status = caller.head().status();
      String heard = caller.body();
      assertThat(status).as(at).isIn(200, 502, 504);
      assertThat(heard).as(at).doesNotContain("[DONE]").contains("\"error\":{");
      assertThat(status == 200).as(at).isEqualTo(heard.contains("\"choices\""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void relaysWholeStreams(Tongue tongue) throws IOException {
    try (RawUpstream upstream = RawUpstream.start();
        Bench bench = TongueWorld.open(tongue, upstream.endpoint())) {
      for (Tongue.Case example : Tongue.streams()) {
        if (example.tongue() == tongue) {
          // given
          byte[] bytes = example.bytes();
          upstream.play(
              out -> {
                out.write(head(tongue).getBytes(UTF_8));
                for (int i = 0; i < bytes.length; i += 7) {
                  out.write(RawUpstream.framed(bytes, i, Math.min(bytes.length, i + 7)));
                  out.flush();
                }
                out.write(LAST_CHUNK);
              });

          // when
          try (RawConnection caller = bench.connect().ask(ASKING)) {
            caller.head();
            String heard = caller.body();

            // then
            Heard expected = Heard.of(tongue, bytes);
            assertThat(heard).as(example.toString()).endsWith("data: [DONE]\n\n");
            assertThat(heard.split("data: ", -1)).hasSize(expected.said().size() + 2);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheCallerOfErrorsOnlyWhatIsItsOwnFault(Tongue tongue) throws IOException {
    try (RawUpstream upstream = RawUpstream.start();
        Bench bench = TongueWorld.open(tongue, upstream.endpoint())) {
      for (Tongue.Case example : Tongue.cases("json")) {
        if (example.tongue() == tongue && example.name().equals("errors")) {
          for (JsonNode error : Golden.tree(example.bytes())) {
            bench.gateway().forgive("one/model-one");
            expect(bench, upstream, error);
          }
        }
      }
    }
  }

  private static void expect(Bench bench, RawUpstream upstream, JsonNode error) throws IOException {
    // given
    StringBuilder head = new StringBuilder("HTTP/1.1 " + error.path("status").asInt() + " X\r\n");
    error
        .path("headers")
        .properties()
        .forEach(it -> head.append(it.getKey() + ": " + it.getValue().asText() + "\r\n"));
    // one request on each connection: another would be sent into its end
    head.append("Connection: close\r\n");
    byte[] body = error.path("body").toString().getBytes(UTF_8);
    head.append("Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
    upstream.play(
        out -> {
          out.write(head.toString().getBytes(UTF_8));
          out.write(body);
        });

    // when
    try (RawConnection caller = bench.connect().ask(ASKING)) {
      int status = caller.head().status();
      JsonNode heard = Golden.tree(caller.body().getBytes(UTF_8)).path("error");

      // then
      String code = heard.path("code").asText();
      String at = error.toString();
      switch (error.path("kind").asText()) {
        case "BAD_REQUEST" -> assertThat(status + code).as(at).isEqualTo("400invalid_request");
        case "CONTEXT_TOO_LONG" ->
            assertThat(status + code).as(at).isEqualTo("400context_length_exceeded");
        case "CONTENT_FILTERED" -> assertThat(status + code).as(at).isEqualTo("400content_filter");
        case "RATE_LIMITED" ->
            assertThat(status + code).as(at).isEqualTo("429upstream_rate_limited");
        default -> assertThat(status + code).as(at).isEqualTo("502upstream_failed");
      }
      if (status != 400) {
        assertThat(heard.path("message").asText()).as(at).contains("every lawful deployment");
      }
    }
  }
}
