package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The language of a request: what a text shows, what stands in for it, and what follows. */
final class LanguageTest {

  private static final String SHORT = message("Ok");
  private static final Bench BENCH = Bench.open(TestGateway.LIMITS, LanguageTest::files);

  private static Map<String, String> files(Map<String, String> files) {
    files.computeIfPresent("tenants/test.yaml", (name, text) -> text + "usual-language: hi-IN\n");
    files.computeIfPresent(
        "tenants/lenient.yaml", (name, text) -> text + "language-floor: fluent\n");
    files.computeIfPresent(
        "tenants/narrow.yaml", (name, text) -> text + "language-floor: fluent\n");
    files.put("evidence/own.yaml", SmallWorld.evidence("model-two", "fluent"));
    return files;
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static String message(String content) {
    return "{\"role\":\"user\",\"content\":\"" + content + "\"}";
  }

  private static String chat(String model, String... messages) {
    return "{\"model\":\"" + model + "\",\"messages\":[" + String.join(",", messages) + "]}";
  }

  /** The decision for a browser that prefers {@code languages}. */
  private static Response decided(String languages, String... messages) {
    return BENCH
        .caller()
        .header("Accept-Language", languages)
        .body(chat("auto", messages))
        .post("/v1/decisions");
  }

  private static Response askedInGerman(String key, String model, String path) {
    return BENCH
        .callerWith(key)
        .header("Accept-Language", "de")
        .body(chat(model, SHORT))
        .post(path);
  }

  private static void assertLanguage(String language, Response answer) {
    answer.then().statusCode(200).body("language", equalTo(language));
  }

  @Test
  void isThatOfTheText() {
    String german = message("Welche Wechselwirkungen hat Ramipril mit Ibuprofen?");
    assertLanguage("de", decided("fr", german));
  }

  @Test
  void isThatOfAnEarlierTurnWhereTheLastShowsNothing() {
    String german = message("Welche Wechselwirkungen hat Ramipril mit Ibuprofen?");
    assertLanguage("de", decided("fr", german, SHORT));
  }

  @Test
  void isThatOfTheHeaderWhereNoTurnShowsAny() {
    assertLanguage("fr", decided("*, fr-CH;q=0.9, de", SHORT));
  }

  @Test
  void isTheTenantsOtherwise() {
    assertLanguage("hi", BENCH.caller().body(chat("auto", SHORT)).post("/v1/decisions"));
  }

  @Test
  void aFloorLeavesOnlyModelsThatReachIt() {
    // when
    Response answer = askedInGerman(SmallWorld.LENIENT_KEY, "auto", "/v1/decisions");

    // then
    answer
        .then()
        .statusCode(200)
        .body("candidates", contains("two/model-two"))
        .body("deployments[1].reasons.rule", contains("TENANT/lenient/language-floor"))
        .body("deployments[1].reasons.law", hasItem(containsString("fluent in `de`")));
  }

  @Test
  void aFloorSaysNothingWhereNobodyKnowsTheLanguage() {
    BENCH
        .callerWith(SmallWorld.LENIENT_KEY)
        .body(chat("auto", SHORT))
        .post("/v1/decisions")
        .then()
        .body("candidates", contains("one/model-one", "two/model-two", "abroad/model-abroad"));
  }

  @Test
  void anotherModelAnswersForOneThatDoesNotReachTheFloor() {
    // when
    Response answer = askedInGerman(SmallWorld.LENIENT_KEY, "model-one", "/v1/chat/completions");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Terroir-Model")).isEqualTo("model-two");
    assertThat(answer.header("Terroir-Substituted-For")).isEqualTo("model-one");
  }

  /** It is no law that refuses here, so it is no 451. */
  @Test
  void aRefusalNamesTheFloor() {
    // when
    Response answer = askedInGerman(SmallWorld.NARROW_KEY, "model-one", "/v1/chat/completions");

    // then
    answer
        .then()
        .statusCode(403)
        .header("x-should-retry", "false")
        .body("error.code", equalTo("below_language_floor"))
        .body("terroir.reasons.rule", hasItem("TENANT/narrow/language-floor"));
  }
}
