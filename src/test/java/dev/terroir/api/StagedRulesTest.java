package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Await;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.fixtures.Watcher;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule with {@code mode: shadow} is evaluated, counted and reported, and decides nothing. */
final class StagedRulesTest {

  private static final String CHAT = "/v1/chat/completions";

  private static final String WOULD_DENY = "require: {located-in: FR}";
  private static final String WOULD_EXCLUDE = "require: {located-in: DE}";
  private static final String WOULD_OBLIGE = "oblige: {disclose-ai: true}";
  private static final String NO_EFFECT = "where: {located-in: FR}\n    forbid: true";

  private static final List<String> FACTS =
      List.of(
          "{}",
          "{\"facts\":{\"data\":\"health\"}}",
          "{\"facts\":{\"country\":\"IN\"}}",
          "{\"facts\":{\"purpose\":\"social-scoring\"}}",
          "{\"facts\":{\"country\":\"FR\"}}",
          "{\"model\":\"model-abroad\",\"facts\":{\"data\":\"health\"}}",
          "{\"model\":\"model-abroad\"}");

  private static UnaryOperator<Map<String, String>> with(String effect) {
    return files -> staged(files, "when: {audience: public}", effect, "shadow");
  }

  private static Map<String, String> staged(
      Map<String, String> files, String when, String effect, String mode) {
    String rule =
        "rules:\n  - id: staged\n    law: secrets\n    mode: "
            + mode
            + "\n    "
            + when
            + "\n    "
            + effect
            + "\n";
    files.computeIfPresent("countries/DE.yaml", (name, text) -> text.replace("rules:\n", rule));
    return files;
  }

  private static Bench open(String effect, Watcher watcher) {
    return Bench.open(TestGateway.Setup.USUAL.heardBy(watcher), with(effect));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        WOULD_DENY + " | would-deny | 3",
        WOULD_EXCLUDE + " | would-exclude | 1",
        WOULD_OBLIGE + " | would-oblige | 0",
        "forbid: true | would-deny | 3"
      })
  void saysWhatItWouldDo(String effect, String word, int excluded) {
    Watcher watcher = new Watcher();
    try (Bench bench = open(effect, watcher)) {
      // when
      Response decision = bench.caller().body("{}").post("/v1/decisions");
      bench.caller().body(Bench.chat("auto")).post(CHAT).then().statusCode(200);

      // then
      JsonArray watched = new JsonObject(decision.asString()).getJsonArray("watched");
      assertThat(watched)
          .containsExactly(
              new JsonObject()
                  .put("rule", "DE/staged")
                  .put("law", "Law on secrets")
                  .put("effect", word)
                  .put("deployments", excluded));
      assertThat(ofKind(bench, "intent").getJsonArray("watched"))
          .containsExactly("DE/staged=" + word);
      assertThat(Await.until(Duration.ofSeconds(2), () -> watcher.heard().size() == 2)).isTrue();
      assertThat(watcher.heard()).containsOnly("DE/staged=" + word);
    }
  }

  @Test
  void saysThatItWouldChangeNothing() {
    Watcher watcher = new Watcher();
    try (Bench bench = open(NO_EFFECT, watcher)) {
      // when
      bench.caller().body(Bench.chat("auto")).post(CHAT).then().statusCode(200);

      // then
      assertThat(ofKind(bench, "intent").getJsonArray("watched"))
          .containsExactly("DE/staged=no-effect");
    }
  }

  @Test
  void isWatchedForARequestThatIsRefusedAnyway() {
    Watcher watcher = new Watcher();
    try (Bench bench = open(WOULD_DENY, watcher)) {
      // when
      Response refused =
          bench
              .caller()
              .header("Terroir-Purpose", "social-scoring")
              .body(Bench.chat("auto"))
              .post(CHAT);

      // then
      refused.then().statusCode(451);
      assertThat(refused.asString()).doesNotContain("DE/staged");
      assertThat(ofKind(bench, "refused").getJsonArray("watched"))
          .containsExactly("DE/staged=no-effect");
      assertThat(ofKind(bench, "refused").getJsonArray("rules")).containsExactly("DE/no-scoring");
      assertThat(Await.until(Duration.ofSeconds(2), () -> !watcher.heard().isEmpty())).isTrue();
      assertThat(watcher.heard()).containsExactly("DE/staged=no-effect");
    }
  }

  /** What the substitute may be is what the rule is watched for, not what was asked for. */
  @Test
  void isWatchedForWhatAnswersInstead() {
    Watcher watcher = new Watcher();
    try (Bench bench = open(WOULD_EXCLUDE, watcher)) {
      // when
      Response answer =
          bench
              .callerWith(SmallWorld.LENIENT_KEY)
              .header("Terroir-Data", "health")
              .body(Bench.chat("model-abroad"))
              .post(CHAT);

      // then
      answer.then().statusCode(200).header("Terroir-Substituted-For", "model-abroad");
      assertThat(ofKind(bench, "intent").getJsonArray("watched"))
          .containsExactly("DE/staged=no-effect");
    }
  }

  @Test
  void nothingIsRecordedWhereNothingIsWatched() {
    try (Bench bench = Bench.open()) {
      // when
      bench.caller().body(Bench.chat("auto")).post(CHAT).then().statusCode(200);
      bench.caller().header("Terroir-Country", "FR").body(Bench.chat("auto")).post(CHAT);

      // then
      assertThat(ofKind(bench, "intent").containsKey("watched")).isFalse();
      assertThat(ofKind(bench, "refused").containsKey("watched")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WOULD_DENY, WOULD_EXCLUDE, WOULD_OBLIGE, NO_EFFECT, "forbid: true"})
  void decidesNothing(String effect) {
    // given: the same law without the rule, with the rule watched, and with it enforced
    List<JsonObject> without = decisions(UnaryOperator.identity());

    // when
    List<JsonObject> watched = decisions(with(effect));
    List<JsonObject> enforced =
        decisions(files -> staged(files, "when: {audience: public}", effect, "enforce"));

    // then: candidates, duties, reasons, cause, lawful models: all are the same
    assertThat(watched).isEqualTo(without);
    if (!effect.equals(NO_EFFECT)) {
      assertThat(enforced).as("the rule would decide").isNotEqualTo(without);
    }
  }

  private static List<JsonObject> decisions(UnaryOperator<Map<String, String>> law) {
    try (Bench bench = Bench.open(TestGateway.Setup.USUAL, law)) {
      List<JsonObject> decisions = new ArrayList<>();
      for (String facts : FACTS) {
        Response answer = bench.caller().body(facts).post("/v1/decisions");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject decision = new JsonObject(answer.asString());
        decision.remove("id");
        decision.remove("policy");
        decision.remove("watched");
        decisions.add(decision);
      }
      return decisions;
    }
  }

  private static JsonObject ofKind(Bench bench, String kind) {
    return bench.gateway().audited().stream()
        .filter(record -> record.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
