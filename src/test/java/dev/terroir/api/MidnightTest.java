package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.HandClock;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.TestGateway;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has a day takes effect at 00:00 UTC of that day, and nothing is loaded again for it. */
final class MidnightTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final String LAST_MOMENT = "2026-11-23T23:59:59.999Z";
  private static final String MIDNIGHT = "2026-11-24T00:00:00Z";

  private static final int SERVED = 200;
  private static final int FORBIDDEN = 451;

  private final HandClock clock = new HandClock(LAST_MOMENT);

  private Bench open(UnaryOperator<Map<String, String>> law) {
    return Bench.open(TestGateway.Setup.USUAL.at(clock), law);
  }

  private static Map<String, String> edit(
      Map<String, String> files, String file, String text, String by) {
    assertThat(files.getOrDefault(file, "")).contains(text);
    files.computeIfPresent(file, (name, before) -> before.replace(text, by));
    return files;
  }

  private static UnaryOperator<Map<String, String>> rule(String rest) {
    String rule = "rules:\n  - id: dated\n    law: secrets\n    " + rest + "\n";
    return files -> edit(files, "countries/DE.yaml", "rules:\n", rule);
  }

  private static UnaryOperator<Map<String, String>> members(String members) {
    return files ->
        edit(
            rule("require: {located-in: G7}").apply(files),
            "blocs/G7.yaml",
            "[CA, DE, FR, GB, IT, JP, US]",
            members);
  }

  private static UnaryOperator<Map<String, String>> safeguard(String days) {
    return files ->
        edit(
            rule("require: {safeguard: DE.local-copy}").apply(files),
            "tenants/test.yaml",
            "keys:\n",
            "safeguards: [{id: DE.local-copy, " + days + "}]\nkeys:\n");
  }

  private static List<Arguments> changes() {
    return List.of(
        change("a rule begins", rule("from: 2026-11-24\n    forbid: true"), SERVED, FORBIDDEN),
        change("a rule ends", rule("until: 2026-11-23\n    forbid: true"), FORBIDDEN, SERVED),
        change("a country joins", members("[{country: DE, from: 2026-11-24}]"), FORBIDDEN, SERVED),
        change(
            "a country leaves", members("[{country: DE, until: 2026-11-23}]"), SERVED, FORBIDDEN),
        change("a safeguard begins", safeguard("from: 2026-11-24"), FORBIDDEN, SERVED),
        change("a safeguard ends", safeguard("until: 2026-11-23"), SERVED, FORBIDDEN));
  }

  private static Arguments change(
      String what, UnaryOperator<Map<String, String>> law, int before, int after) {
    return Arguments.of(what, law, before, after);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void takesEffectAtMidnight(
      String what, UnaryOperator<Map<String, String>> law, int before, int after) {
    try (Bench bench = open(law)) {
      // when
      Response last = bench.caller().body(Bench.chat("auto")).post(CHAT);
      clock.set(MIDNIGHT);
      Response first = bench.caller().body(Bench.chat("auto")).post(CHAT);

      // then
      assertThat(List.of(last.statusCode(), first.statusCode())).containsExactly(before, after);
      assertThat(first.header("Terroir-Policy"))
          .as("the same policies")
          .isEqualTo(last.header("Terroir-Policy"));
      assertThat(bench.upstream().received()).hasSize(1);
    }
  }

  /** The very first request of the day already means the new members by the name. */
  @Test
  void anAliasStandsForTheMembersOfTheDay() {
    UnaryOperator<Map<String, String>> law =
        files ->
            edit(
                edit(
                    files,
                    "blocs/G7.yaml",
                    "[CA, DE, FR, GB, IT, JP, US]",
                    "[{country: DE, until: 2026-11-23}, {country: IN, from: 2026-11-24}]"),
                "gateway.yaml",
                "aliases: []",
                "aliases: [{id: auto/club, name: Club, where: {located-in: G7}}]");
    try (Bench bench = open(law)) {
      // when
      Response last = bench.caller().body(Bench.chat("auto/club")).post(CHAT);
      clock.set(MIDNIGHT);
      Response first = bench.caller().body(Bench.chat("auto/club")).post(CHAT);

      // then
      assertThat(last.header("Terroir-Deployment")).isEqualTo("one/model-one");
      assertThat(first.header("Terroir-Deployment")).isEqualTo("abroad/model-abroad");
    }
  }

  @Test
  void aPermitOfYesterdayIsGoodForNothingAfterMidnight() throws Exception {
    // given: the only connection is taken until the day is over
    CountDownLatch arrived = new CountDownLatch(1);
    TestGateway.Setup narrow = TestGateway.Setup.USUAL.with(1).at(clock);
    Script late = Script.stream().does(arrived::countDown).pause(Duration.ofMillis(200));
    try (Bench bench = Bench.open(narrow, rule("from: 2026-11-24\n    forbid: true"))) {
      bench.upstream().script("one", late.chunk("a").stop().done());

      // when
      try (RawConnection before = bench.connect().ask(Bench.streamed())) {
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        try (RawConnection waiting = bench.connect().ask(Bench.streamed())) {
          assertThat(bench.awaitInFlight(2)).isTrue();
          clock.set(MIDNIGHT);

          // then: what has begun goes on, what has not begun is forbidden
          assertThat(before.head().status()).isEqualTo(SERVED);
          assertThat(before.body()).contains("[DONE]");
          assertThat(waiting.head().status()).isEqualTo(FORBIDDEN);
          assertThat(waiting.body()).contains("DE/dated");
          assertThat(bench.upstream().received()).hasSize(1);
        }
      }
    }
  }

  @Test
  void theNextCandidateIsOneOfTheNewDay() throws IOException {
    // given: the first candidate fails, and midnight passes meanwhile
    try (Bench bench = open(rule("from: 2026-11-24\n    require: {located-in: IN}"))) {
      Script failing = Script.begin().does(() -> clock.set(MIDNIGHT)).status(500).end();
      bench.upstream().script("one", failing);

      // when
      Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

      // then
      answer.then().statusCode(SERVED);
      assertThat(answer.header("Terroir-Deployment")).isEqualTo("abroad/model-abroad");
      assertThat(bench.upstream().receivedBy("two")).isEmpty();
      List<JsonObject> records = bench.gateway().audited();
      assertThat(records)
          .extracting(record -> record.getString("kind"))
          .containsExactly("intent", "intent", "completed");
      assertThat(records.get(1).getJsonArray("candidates")).containsExactly("abroad/model-abroad");
      assertThat(records.getLast().getJsonArray("attempts"))
          .containsExactly(
              "one/model-one: UNAVAILABLE",
              "two/model-two: PERMIT_WITHDRAWN",
              "abroad/model-abroad: COMPLETED");
    }
  }
}
