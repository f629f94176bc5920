package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.terroir.audit.Verification;
import dev.terroir.fixtures.Await;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is done before it is recorded, and nothing is said to be done before that is. */
final class AuditTest {

  private static final String CHAT = "/v1/chat/completions";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  private List<JsonObject> audited() {
    return bench.gateway().audited();
  }

  @Test
  void recordsTheIntentBeforeTheFirstByteLeaves() {
    // given
    List<JsonObject> then = new ArrayList<>();
    bench.upstream().onRequest(() -> then.addAll(audited()));

    // when
    Response answer =
        bench.caller().header("Terroir-Data", "health").body(Bench.chat("auto")).post(CHAT);

    // then
    assertThat(then).hasSize(1);
    JsonObject intent = then.getFirst();
    assertThat(intent.getString("kind")).isEqualTo("intent");
    assertThat(intent.getString("exchange")).isEqualTo(answer.header("Terroir-Decision"));
    assertThat(intent.getString("policy")).isEqualTo(answer.header("Terroir-Policy"));
    assertThat(intent.getString("tenant")).isEqualTo("test");
    assertThat(intent.getString("key")).isEqualTo("test/k1");
    assertThat(intent.getJsonArray("candidates")).containsExactly("one/model-one", "two/model-two");
    assertThat(intent.getJsonArray("rules")).contains("DE/health-stays");
    assertThat(intent.getJsonArray("facts"))
        .contains("country=DE(tenant)")
        .anyMatch(it -> it.toString().startsWith("data=health"));
  }

  @Test
  void recordsTheOutcomeBeforeTheEndOfAStream() throws IOException {
    // given
    bench.upstream().script(Script.stream().chunk("a").stop().usage(7, 5).done());

    // when
    try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
      caller.head();
      var event = caller.event();
      while (event.isPresent() && !event.get().equals("data: [DONE]")) {
        event = caller.event();
      }
      List<JsonObject> then = audited();

      // then
      assertThat(event).isPresent();
      assertThat(then).hasSize(2);
      assertThat(then.getLast().getString("kind")).isEqualTo("completed");
      assertThat(then.getLast().getString("deployment")).isEqualTo("one/model-one");
      assertThat(then.getLast().getJsonObject("usage"))
          .isEqualTo(new JsonObject().put("input", 7).put("output", 5));
    }
  }

  @Test
  void recordsTheOutcomeBeforeAPlainAnswer() throws IOException {
    // when
    try (RawConnection caller = bench.connect().ask(Bench.chat("auto"))) {
      caller.head();

      // then
      assertThat(audited())
          .extracting(it -> it.getString("kind"))
          .containsExactly("intent", "completed");
    }
  }

  private void askInEveryWay() throws IOException {
    bench.caller().body(Bench.chat("auto")).post(CHAT);
    bench.caller().body(Bench.streamed()).post(CHAT);
    bench.caller().header("Terroir-Country", "FR").body(Bench.chat("auto")).post(CHAT);
    bench.caller().body("{").post(CHAT);
    bench.caller().body(Bench.chat("none")).post(CHAT);
    bench.callerWith("wrong").body(Bench.chat("auto")).post(CHAT);
    bench.caller().get("/v1/models");
    bench.caller().get("/v1/models/none");
    bench.caller().get("/nowhere");
    bench.caller().body("{}").post("/v1/decisions");
    bench.upstream().script("one", Script.failing(500, "canary"));
    bench.caller().body(Bench.chat("auto")).post(CHAT);
    bench.caller().body(Bench.chat("model-one")).post(CHAT);
    bench.upstream().script("one", Script.failing(400, "canary"));
    bench.caller().body(Bench.chat("model-one")).post(CHAT);
    bench.upstream().script("one", Script.stream().chunk("canary").reset());
    try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
      caller.head();
      caller.body();
    }
    Script hanging = Script.stream().chunk("canary").hang();
    bench.upstream().script("one", hanging);
    RawConnection leaving = bench.connect().ask(Bench.streamed());
    leaving.head();
    leaving.reset();
  }

  @Test
  void endsEveryExchangeInExactlyOneOutcome() throws IOException {
    // when
    askInEveryWay();

    // then
    assertThat(Await.until(Duration.ofSeconds(2), () -> audited().size() == 22)).isTrue();
    Map<String, List<String>> kinds =
        audited().stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.getString("exchange"),
                    Collectors.mapping(it -> it.getString("kind"), Collectors.toList())));
    assertThat(kinds).hasSize(15);
    assertThat(kinds.values())
        .allSatisfy(
            it -> {
              assertThat(it).filteredOn(kind -> !kind.equals("intent")).hasSize(1);
              assertThat(it.getLast()).isNotEqualTo("intent");
              assertThat(it.contains("intent"))
                  .isEqualTo(List.of("completed", "failed", "interrupted").contains(it.getLast()));
            });
  }

  @Test
  void keepsALogThatVerifiesAndHoldsNoSecret() throws IOException {
    // given
    askInEveryWay();
    assertThat(Await.until(Duration.ofSeconds(2), () -> audited().size() == 22)).isTrue();

    // when
    Verification verification = Verification.of(bench.gateway().auditDirectory());

    // then
    assertThat(verification.fault()).isEmpty();
    assertThat(verification.tornAt()).isEmpty();
    assertThat(verification.unfinished()).isEmpty();
    assertThat(verification.records()).isEqualTo(22);
    assertThat(audited().toString()).doesNotContain("canary", SmallWorld.KEY, "hello", "\"hi\"");
  }

  @Test
  void namesEveryAttempt() {
    // given
    bench.upstream().script("one", Script.failing(500, "x"));

    // when
    bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    assertThat(audited().getLast().getJsonArray("attempts"))
        .containsExactly("one/model-one: UNAVAILABLE", "two/model-two: COMPLETED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersNothingThatItCannotRecord(boolean streamed) {
    // given
    bench.gateway().breakAudit();

    // when
    Response answer =
        bench.caller().body(streamed ? Bench.streamed() : Bench.chat("auto")).post(CHAT);
    Response refused = bench.caller().body("{").post(CHAT);
    Response listed = bench.caller().get("/v1/models");

    // then
    for (Response each : List.of(answer, refused, listed)) {
      each.then()
          .statusCode(503)
          .header("retry-after", "1")
          .body("error.code", equalTo("audit_unavailable"));
    }
    assertThat(bench.upstream().received()).isEmpty();
    assertThat(bench.awaitInFlight(0)).isTrue();
  }

  @Test
  void saysThatAStreamIsNotRecordedInsteadOfItsEnd() throws IOException {
    // given
    bench
        .upstream()
        .script(Script.stream().chunk("a").does(bench.gateway()::breakAudit).stop().done());

    // when
    try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
      caller.head();

      // then
      assertThat(caller.body())
          .contains("\"content\":\"a\"", "\"code\":\"audit_unavailable\"")
          .doesNotContain("[DONE]");
    }
  }

  @Test
  void withholdsAPlainAnswerThatItCannotRecord() {
    // given
    bench.upstream().onRequest(bench.gateway()::breakAudit);

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer.then().statusCode(503).body("error.code", equalTo("audit_unavailable"));
    assertThat(answer.asString()).doesNotContain("hello");
  }
}
