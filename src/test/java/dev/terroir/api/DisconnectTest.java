package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Await;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.gateway.Limits;
import dev.terroir.provider.Deadlines;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller leaves: nothing goes on running at the deployment, and the record is still written. */
final class DisconnectTest {

  private static final Duration SOON = Duration.ofSeconds(1);

  /** So long that no deadline ends what the caller's leaving should end. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Limits PATIENT =
      new Limits(new Deadlines(LONG, LONG, LONG, LONG), LONG, LONG, 1000, 64 * 1024);

  private final Bench bench = Bench.open(PATIENT);

  @AfterEach
  void close() {
    bench.close();
  }

  /** How the caller leaves. */
  enum Way {
    CLOSES,
    RESETS;

    private void leave(RawConnection caller) throws IOException {
      switch (this) {
        case CLOSES -> caller.close();
        case RESETS -> caller.reset();
      }
    }
  }

  private void assertCancelledAndRecorded(Script script) throws Exception {
    assertThat(script.awaitAbandoned(SOON)).isTrue();
    assertThat(bench.awaitInFlight(0)).isTrue();
    assertThat(Await.until(SOON, () -> bench.gateway().audited().size() == 2)).isTrue();
    JsonObject outcome = bench.gateway().audited().getLast();
    assertThat(outcome.getString("kind")).isEqualTo("interrupted");
    assertThat(outcome.getString("cause")).isEqualTo("client-gone");
    assertThat(outcome.getString("deployment")).isEqualTo("one/model-one");
    assertThat(bench.upstream().received()).hasSize(1);
  }

  private RawConnection askAndWait(String body, Script script) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    bench.upstream().onRequest(arrived::countDown);
    bench.upstream().script(script);
    RawConnection caller = bench.connect().ask(body);
    assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
    return caller;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void cancelsAPlainRequest(Way way) throws Exception {
    // given
    Script script = Script.begin().hang();
    RawConnection caller = askAndWait(Bench.chat("auto"), script);

    // when
    way.leave(caller);

    // then
    assertCancelledAndRecorded(script);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void cancelsAPlainRequestInTheMiddleOfItsAnswer(Way way) throws Exception {
    // given
    Script script = Script.begin().header("content-type", "application/json").write("{").hang();
    RawConnection caller = askAndWait(Bench.chat("auto"), script);

    // when
    way.leave(caller);

    // then
    assertCancelledAndRecorded(script);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void cancelsAStreamBeforeItsHead(Way way) throws Exception {
    // given
    Script script = Script.begin().hang();
    RawConnection caller = askAndWait(Bench.streamed(), script);

    // when
    way.leave(caller);

    // then
    assertCancelledAndRecorded(script);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void cancelsAStreamBeforeItsFirstToken(Way way) throws Exception {
    // given
    Script script = Script.stream().write(": wait\n\n").hang();
    RawConnection caller = askAndWait(Bench.streamed(), script);

    // when
    way.leave(caller);

    // then
    assertCancelledAndRecorded(script);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void cancelsAStreamInItsMiddle(Way way) throws Exception {
    // given
    Script script = Script.stream().chunk("a").hang();
    RawConnection caller = askAndWait(Bench.streamed(), script);
    caller.head();
    assertThat(caller.event()).isPresent();

    // when
    way.leave(caller);

    // then
    assertCancelledAndRecorded(script);
  }

  @Test
  void cancelsAStreamWhoseCallerHasStoppedReading() throws Exception {
    // given
    Script script = Script.stream();
    for (int i = 0; i < 64; i++) {
      script = script.write("data: {\"x\":\"" + "y".repeat(500_000) + "\",\"choices\":[]}\n\n");
    }
    Script endless = script.hang();
    RawConnection caller = askAndWait(Bench.streamed(), endless);
    caller.head();

    // when
    caller.reset();

    // then
    assertCancelledAndRecorded(endless);
  }

  @Test
  void doesNotHoldItAgainstTheDeployment() throws Exception {
    // given
    for (int i = 0; i < 6; i++) {
      Script script = Script.stream().chunk("a").hang();
      RawConnection caller = askAndWait(Bench.streamed(), script);
      caller.head();
      caller.reset();
      assertThat(script.awaitAbandoned(SOON)).isTrue();
    }
    bench.upstream().script(Script.answering("hello"));

    // when
    var answer = bench.caller().body(Bench.chat("auto")).post("/v1/chat/completions");

    // then
    answer.then().statusCode(200).header("Terroir-Deployment", "one/model-one");
  }

  @Test
  void leavesNothingRunningWhenThreeHundredLeaveAtOnce() throws Exception {
    // given
    int callers = 300;
    Script script = Script.stream();
    for (int i = 0; i < 2000; i++) {
      script = script.chunk("a").pause(Duration.ofMillis(50));
    }
    Script endless = script.hang();
    bench.upstream().script(endless);
    List<RawConnection> open = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      RawConnection caller = bench.connect().ask(Bench.streamed());
      caller.head();
      open.add(caller);
    }
    assertThat(bench.gateway().inFlight()).isEqualTo(callers);

    // when
    for (RawConnection caller : open) {
      caller.reset();
    }

    // then
    assertThat(Await.until(SOON.multipliedBy(2), () -> endless.abandoned() == callers)).isTrue();
    assertThat(Await.until(SOON, () -> bench.gateway().inFlight() == 0)).isTrue();
    assertThat(bench.gateway().audited())
        .filteredOn(it -> it.getString("kind").equals("interrupted"))
        .hasSize(callers);
  }

  @Test
  void harmsNoOtherStream() throws Exception {
    // given
    Script script = Script.stream().chunk("a").pause(Duration.ofMillis(200)).chunk("b");
    bench.upstream().script(script.stop().done());
    List<RawConnection> leaving = new ArrayList<>();
    List<RawConnection> staying = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      leaving.add(bench.connect().ask(Bench.streamed()));
      staying.add(bench.connect().ask(Bench.streamed()));
    }

    // when
    for (RawConnection caller : leaving) {
      caller.reset();
    }

    // then
    for (RawConnection caller : staying) {
      assertThat(caller.head().status()).isEqualTo(200);
      assertThat(caller.body()).endsWith("data: [DONE]\n\n");
      caller.close();
    }
  }
}
