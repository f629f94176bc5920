package dev.terroir.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Await;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.RawUpstream;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.gateway.Limits;
import dev.terroir.provider.Deadlines;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Deadlines, keep-alives and back-pressure of streams. */
final class PaceTest {

  private static final Duration LONG = Duration.ofSeconds(4);
  private static final Duration SHORT = Duration.ofMillis(250);

  private static Limits limits(
      Duration firstToken, Duration idle, Duration total, Duration keepAlive) {
    return TestGateway.limits(new Deadlines(LONG, firstToken, idle, total), keepAlive);
  }

  @Test
  void breaksOffInTheStreamWhenTheDeploymentFallsSilent() throws Exception {
    // given
    Script script = Script.stream().chunk("a").hang();

    try (Bench bench = Bench.open(limits(LONG, SHORT, LONG, LONG))) {
      bench.upstream().script(script);

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        caller.head();
        String heard = caller.body();

        // then
        assertThat(heard)
            .contains("\"content\":\"a\"", "\"code\":\"upstream_timeout\"", "fell silent")
            .doesNotContain("[DONE]", "\"finish_reason\":\"");
        assertThat(script.awaitAbandoned(Duration.ofSeconds(1))).isTrue();
        assertThat(bench.upstream().received()).hasSize(1);
      }
    }
  }

  @Test
  void breaksOffInTheStreamWhenTheWholeTakesTooLong() throws Exception {
    // given
    Script script = Script.stream();
    for (int i = 0; i < 40; i++) {
      script = script.chunk("a").pause(Duration.ofMillis(50));
    }

    try (Bench bench = Bench.open(limits(LONG, LONG, Duration.ofMillis(500), LONG))) {
      bench.upstream().script(script.stop().done());

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        caller.head();
        String heard = caller.body();

        // then
        assertThat(heard).contains("upstream_timeout", "whole answer").doesNotContain("[DONE]");
      }
    }
  }

  @Test
  void triesTheNextDeploymentWhenTheFirstDoesNotBegin() throws Exception {
    // given
    Script script = Script.begin().hang();

    try (Bench bench = Bench.open(limits(SHORT, LONG, LONG, LONG))) {
      bench.upstream().script("one", script);

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        RawConnection.Head head = caller.head();

        // then
        assertThat(head.header("terroir-deployment")).isEqualTo("two/model-two");
        assertThat(caller.body()).endsWith("[DONE]\n\n");
        assertThat(script.awaitAbandoned(Duration.ofSeconds(1))).isTrue();
      }
    }
  }

  @Test
  void triesTheNextDeploymentWhenTheFirstSendsNothingButItsHead() throws Exception {
    // given
    Script script = Script.stream().write(": wait\n\n").hang();

    try (Bench bench = Bench.open(limits(SHORT, LONG, LONG, LONG))) {
      bench.upstream().script("one", script);

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        RawConnection.Head head = caller.head();

        // then
        assertThat(head.header("terroir-deployment")).isEqualTo("two/model-two");
        assertThat(script.awaitAbandoned(Duration.ofSeconds(1))).isTrue();
      }
    }
  }

  @Test
  void answersThatAllTookTooLongToBegin() throws Exception {
    // given
    try (Bench bench = Bench.open(limits(Duration.ofMillis(100), LONG, LONG, LONG))) {
      bench.upstream().script(Script.begin().hang());

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        int status = caller.head().status();

        // then
        assertThat(status).isEqualTo(504);
        assertThat(caller.body()).contains("\"code\":\"upstream_timeout\"", "begin its answer");
        assertThat(bench.upstream().received()).hasSize(3);
      }
    }
  }

  @Test
  void keepsTheConnectionAliveWhileTheFirstTokenIsAwaited() throws Exception {
    // given
    Script script = Script.stream().write(": wait\n\n").pause(Duration.ofMillis(500)).chunk("a");

    try (Bench bench = Bench.open(limits(LONG, LONG, LONG, Duration.ofMillis(100)))) {
      bench.upstream().script(script.stop().done());

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        RawConnection.Head head = caller.head();
        Optional<String> first = caller.event();
        Optional<String> second = caller.event();

        // then
        assertThat(head.status()).isEqualTo(200);
        assertThat(first).contains(":");
        assertThat(second).contains(":");
        assertThat(caller.body()).contains("\"content\":\"a\"").endsWith("data: [DONE]\n\n");
      }
    }
  }

  @Test
  void breaksOffInTheStreamOnceAKeepAliveHasCommittedTheHead() throws Exception {
    // given
    try (Bench bench = Bench.open(limits(SHORT, LONG, LONG, Duration.ofMillis(80)))) {
      bench.upstream().script("one", Script.stream().write(": wait\n\n").hang());

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        int status = caller.head().status();

        // then
        assertThat(status).isEqualTo(200);
        assertThat(caller.body()).contains("upstream_timeout").doesNotContain("[DONE]");
        assertThat(bench.upstream().receivedBy("two")).isEmpty();
      }
    }
  }

  @Test
  void slowsTheDeploymentDownToTheCallersPace() throws Exception {
    // given: 64 MiB, which no chain of buffers on the way holds
    byte[] event =
        ("data: {\"x\":\"" + "y".repeat(16_000) + "\",\"choices\":[]}\n\n").getBytes(UTF_8);
    int events = 4096;
    AtomicLong written = new AtomicLong();

    try (RawUpstream upstream = RawUpstream.start();
        Bench bench = Bench.openWithOneAt(upstream.endpoint(), TestGateway.LIMITS);
        RawConnection caller = RawConnection.to(bench.gateway().port(), 8 * 1024)) {
      upstream.play(
          out -> {
            out.write(RawUpstream.STREAM_HEAD.getBytes(UTF_8));
            byte[] framed = RawUpstream.framed(event, 0, event.length);
            for (int i = 0; i < events; i++) {
              out.write(framed);
              written.addAndGet(event.length);
            }
            byte[] done = "data: [DONE]\n\n".getBytes(UTF_8);
            out.write(RawUpstream.framed(done, 0, done.length));
            out.write("0\r\n\r\n".getBytes(UTF_8));
          });

      // when: the caller reads nothing but the head, until the deployment can write no more
      caller.ask(Bench.streamed()).head();
      boolean stopped = Await.until(Duration.ofSeconds(4), () -> isStill(written));

      // then
      assertThat(stopped).isTrue();
      assertThat(written.get()).isLessThan(32L << 20);
      int heard = 0;
      Optional<String> last = Optional.empty();
      for (var it = caller.event(); it.isPresent(); it = caller.event()) {
        last = it;
        heard += it.get().equals(":") ? 0 : 1;
      }
      assertThat(heard).isEqualTo(events + 1);
      assertThat(last).contains("data: [DONE]");
    }
  }

  private static boolean isStill(AtomicLong counter) {
    long before = counter.get();
    return before > 0 && !Await.until(Duration.ofMillis(400), () -> counter.get() != before);
  }

  @Test
  void breaksOffForACallerWhoStopsReading() throws Exception {
    // given
    Limits impatient =
        new Limits(TestGateway.LIMITS.deadlines(), LONG, Duration.ofMillis(200), 1000, 64 * 1024);
    Script script = Script.stream();
    for (int i = 0; i < 64; i++) {
      script = script.write("data: {\"x\":\"" + "y".repeat(500_000) + "\",\"choices\":[]}\n\n");
    }
    Script endless = script.hang();

    try (Bench bench = Bench.open(impatient);
        RawConnection caller = RawConnection.to(bench.gateway().port(), 8 * 1024)) {
      bench.upstream().script(endless);

      // when
      caller.ask(Bench.streamed()).head();

      // then
      assertThat(endless.awaitAbandoned(Duration.ofSeconds(3))).isTrue();
      assertThat(Await.until(Duration.ofSeconds(1), () -> bench.gateway().inFlight() == 0))
          .isTrue();
    }
  }

  @Test
  void refusesAnEncodedAnswer() throws IOException {
    // given
    try (Bench bench = Bench.open()) {
      bench.upstream().script(Script.stream().header("content-encoding", "gzip").chunk("a").done());

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        int status = caller.head().status();

        // then
        assertThat(status).isEqualTo(502);
        assertThat(caller.body()).contains("\"code\":\"upstream_failed\"");
      }
    }
  }
}
