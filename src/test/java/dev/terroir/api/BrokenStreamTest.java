package dev.terroir.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.RawUpstream;
import dev.terroir.fixtures.TestGateway;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment breaks off a stream, at every offset and in every way: the end stays truthful. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenStreamTest {

  private static final String FIRST =
      "{\"choices\":[{\"delta\":{\"content\":\"gr\u00fc\u00df \ud834\udd1e\"}}]}";
  private static final String STOP = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";
  private static final String GOLDEN =
      "data: " + FIRST + "\n\n: ping\n\ndata: " + STOP + "\n\ndata: [DONE]\n\n";
  private static final byte[] BYTES = GOLDEN.getBytes(UTF_8);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(UTF_8);
  private static final String ASKING = Bench.streamed().replace("auto", "model-one");

  private final RawUpstream upstream;
  private final Bench bench;

  BrokenStreamTest() throws IOException {
    this.upstream = RawUpstream.start();
    this.bench =
        Bench.openWithOneAt(
            upstream.endpoint(),
            TestGateway.limits(TestGateway.LIMITS.deadlines(), Duration.ofSeconds(5)));
  }

  @AfterAll
  void close() throws IOException {
    bench.close();
    upstream.close();
  }

  /** How a stream breaks off. */
  enum End {
    /** The connection is closed in the middle of the response. */
    CLOSED(""),
    /** The response ends as HTTP wants it to, too early. */
    TOO_EARLY("0\r\n\r\n"),
    /** The connection is reset. */
    RESET(""),
    /** The framing is no longer HTTP. */
    NOT_HTTP("zz\r\n\u0000\u0001"),
    /** The framing is right, the content is not an event. */
    NOT_AN_EVENT("9\r\n\ndata: {]\n\r\n0\r\n\r\n"),
    /** The content is not UTF-8. */
    NOT_TEXT("a\r\n\ndata: \u00ff\n\n\r\n0\r\n\r\n");

    private final String text;

    End(String text) {
      this.text = text;
    }

    private byte[] bytes() {
      return text.getBytes(ISO_8859_1);
    }
  }

  private void cut(int offset, End end) {
    RawUpstream.Play play =
        out -> {
          head(out);
          if (offset > 0) {
            out.write(RawUpstream.framed(BYTES, 0, offset));
          }
          out.write(end.bytes());
          out.flush();
        };
    if (end == End.RESET) {
      upstream.playAndReset(play);
    } else {
      upstream.play(play);
    }
  }

  private static void head(OutputStream out) throws IOException {
    out.write(RawUpstream.STREAM_HEAD.getBytes(UTF_8));
  }

  private static int endOf(String part) {
    return GOLDEN.substring(0, GOLDEN.indexOf(part) + part.length()).getBytes(UTF_8).length;
  }

  @BeforeAll
  void theGoldenStreamIsGood() throws IOException {
    // given
    upstream.play(
        out -> {
          head(out);
          out.write(RawUpstream.framed(BYTES, 0, BYTES.length));
          out.write(LAST_CHUNK);
        });

    // when
    try (RawConnection caller = bench.connect().ask(ASKING)) {
      int status = caller.head().status();

      // then
      assertThat(status).isEqualTo(200);
      assertThat(caller.body())
          .isEqualTo("data: " + FIRST + "\n\ndata: " + STOP + "\n\ndata: [DONE]\n\n");
    }
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void neverPassesOffABrokenStreamAsWhole(End end) throws IOException {
    for (int offset = 0; offset < endOf("[DONE]"); offset++) {
      // given
      bench.gateway().forgive("one/model-one");
      cut(offset, end);

      // when
      try (RawConnection caller = bench.connect().ask(ASKING)) {
        int status = caller.head().status();
        String heard = caller.body();

        // then
        String at = end + " at " + offset;
        assertThat(heard).as(at).doesNotContain("[DONE]").contains("\"error\":{");
        if (status == 200) {
          assertThat(offset).as(at).isGreaterThanOrEqualTo(endOf(FIRST));
          assertThat(heard).as(at).startsWith("data: " + FIRST + "\n\n");
          assertThat(heard.contains("stop")).as(at).isEqualTo(heard.contains(STOP));
        } else {
          assertThat(status).as(at).isEqualTo(502);
          assertThat(heard).as(at).contains("upstream_failed").doesNotContain("choices");
        }
        assertThat(offset < endOf(STOP) && heard.contains(STOP)).as(at).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void triesTheNextDeploymentWhileNothingWasSent(End end) throws IOException {
    // given
    bench.gateway().forgive("one/model-one");
    cut(endOf(FIRST) - 1, end);

    // when
    try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
      RawConnection.Head head = caller.head();

      // then
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("terroir-deployment")).isEqualTo("two/model-two");
      assertThat(caller.body()).doesNotContain("model-one", "error").endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void showsAnErrorThatTheDeploymentReportsInTheStream() throws IOException {
    // given
    upstream.play(
        out -> {
          head(out);
          byte[] events =
              ("data: "
                      + FIRST
                      + "\n\ndata: {\"error\":{\"message\":\"canary\"}}\n\ndata: [DONE]\n\n")
                  .getBytes(UTF_8);
          out.write(RawUpstream.framed(events, 0, events.length));
          out.write(LAST_CHUNK);
        });

    // when
    try (RawConnection caller = bench.connect().ask(ASKING)) {
      caller.head();

      // then
      assertThat(caller.body())
          .contains("\"code\":\"upstream_failed\"")
          .doesNotContain("[DONE]", "canary");
    }
  }
}
