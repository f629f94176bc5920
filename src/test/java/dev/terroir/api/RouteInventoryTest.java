package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that there is passes the same guards, and says so in its own dialect. */
final class RouteInventoryTest {

  private static final Bench BENCH = Bench.open(TestGateway.LIMITS, RouteInventoryTest::world);

  private static Map<String, String> world(Map<String, String> files) {
    files.replaceAll(
        (name, text) ->
            text.replace("[chat, tools, json, vision]", "[chat, tools, json, vision, embeddings]"));
    return SmallWorld.protectedAbroad(files, "pseudonymise");
  }

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
    BENCH.upstream().script("abroad", Script.answering("hello"));
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  /** A body that the route takes; the same text stands in each. */
  private static String body(Route route, String model, String text) {
    JsonObject body = new JsonObject().put("model", model);
    return switch (route) {
      case CHAT, DECISIONS -> Bench.chat(model).replace("\"hi\"", "\"" + text + "\"");
      case MESSAGES, COUNT_TOKENS ->
          Bench.chat(model)
              .replace("\"hi\"", "\"" + text + "\"")
              .replaceFirst("\\{", "{\"max_tokens\":9,");
      case COMPLETIONS -> body.put("prompt", text).encode();
      case EMBEDDINGS, RESPONSES -> body.put("input", text).encode();
      case MODELS, MODEL -> "";
    };
  }

  private static boolean isAnthropic(Route route) {
    return route == Route.MESSAGES || route == Route.COUNT_TOKENS;
  }

  /** Whether something of the request is sent to a deployment. */
  private static boolean sends(Route route) {
    return switch (route) {
      case CHAT, COMPLETIONS, EMBEDDINGS, RESPONSES, MESSAGES -> true;
      case COUNT_TOKENS, MODELS, MODEL, DECISIONS -> false;
    };
  }

  static Stream<Route> withBody() {
    return Arrays.stream(Route.values()).filter(Route::hasBody);
  }

  static Stream<Route> sending() {
    return Arrays.stream(Route.values()).filter(RouteInventoryTest::sends);
  }

  private static RequestSpecification caller(String key) {
    return RestAssured.given()
        .baseUri(BENCH.gateway().url())
        .header("Authorization", "Bearer " + key)
        .contentType("application/json");
  }

  private static Response ask(Route route, RequestSpecification caller, String body) {
    return route.hasBody()
        ? caller.body(body).post(route.path())
        : caller.get(route == Route.MODEL ? "/v1/models/model-one" : route.path());
  }

  private static String usual(Route route) {
    return body(route, "model-one", "hi");
  }

  private static void assertRefused(Route route, Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(route + ": " + answer.asString()).isEqualTo(status);
    JsonObject body = new JsonObject(answer.asString());
    assertThat(body.getJsonObject("error").getString("code")).isEqualTo(code);
    if (isAnthropic(route)) {
      assertThat(body.getString("type")).isEqualTo("error");
      assertThat(body.getString("request_id")).isEqualTo(answer.header("request-id"));
    } else {
      assertThat(body.getJsonObject("error").fieldNames())
          .containsExactlyInAnyOrder("message", "type", "param", "code");
    }
    assertThat(answer.header("x-request-id")).isNotEmpty();
    assertThat(answer.header("Terroir-Decision")).isNotEmpty();
    assertThat(answer.header("Terroir-Policy")).isNotEmpty();
    assertThat(BENCH.upstream().received()).as("%s sends nothing", route).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void asksForAKey(Route route) {
    // when
    Response none =
        ask(
            route,
            RestAssured.given().baseUri(BENCH.gateway().url()).contentType("application/json"),
            usual(route));
    Response wrong = ask(route, caller("tk_wrong"), usual(route));

    // then
    assertRefused(route, none, 401, "invalid_key");
    assertRefused(route, wrong, 401, "invalid_key");
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void refusesAnUnknownCountryAndReservedHeaders(Route route) {
    // when
    Response unknown =
        ask(route, caller(SmallWorld.KEY).header("Terroir-Country", "QQ"), usual(route));
    Response reserved =
        ask(route, caller(SmallWorld.KEY).header("Terroir-Deployment", "x"), usual(route));

    // then
    assertRefused(route, unknown, 400, "unknown_country");
    assertRefused(route, reserved, 400, "reserved_header");
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void refusesAMethodThatItDoesNotTake(Route route) {
    // when
    Response answer =
        caller(SmallWorld.KEY).delete(route.path() + (route == Route.MODEL ? "x" : ""));

    // then
    assertRefused(route, answer, 405, "method_not_allowed");
  }

  @Test
  void whatLiesBelowMessagesIsNotFoundInAnthropicsShape() {
    assertRefused(
        Route.MESSAGES, caller(SmallWorld.KEY).post("/v1/messages/batches"), 404, "not_found");
    assertRefused(Route.CHAT, caller(SmallWorld.KEY).post("/v1/files"), 404, "not_found");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void refusesAModelThatIsNotForThisTenant(Route route) {
    // when
    Response forbidden = ask(route, caller(SmallWorld.NARROW_KEY), body(route, "model-two", "hi"));
    Response missing = ask(route, caller(SmallWorld.KEY), body(route, "no-such-model", "hi"));

    // then
    assertRefused(route, forbidden, 403, "not_permitted");
    assertRefused(route, missing, 404, "model_not_found");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void readsBodiesAsStrictly(Route route) {
    // given
    String body = usual(route);
    String twice = body.replaceFirst("\\{", "{\"model\":\"model-one\",");
    String chosen = body.replaceFirst("\\{", "{\"api_base\":\"http://example.org\",");

    // when
    Response duplicate = ask(route, caller(SmallWorld.KEY), twice);
    Response trailing = ask(route, caller(SmallWorld.KEY), body + "x");
    Response routing = ask(route, caller(SmallWorld.KEY), chosen);
    Response media =
        ask(
            route,
            RestAssured.given()
                .baseUri(BENCH.gateway().url())
                .header("Authorization", "Bearer " + SmallWorld.KEY)
                .contentType("text/plain"),
            body);
    Response large =
        ask(route, caller(SmallWorld.KEY), body(route, "model-one", "x".repeat(4 << 20)));

    // then
    assertRefused(route, duplicate, 400, "invalid_request");
    assertRefused(route, trailing, 400, "invalid_request");
    assertRefused(route, routing, 400, "forbidden_parameter");
    assertRefused(route, media, 415, "unsupported_media_type");
    assertRefused(route, large, 413, "request_too_large");
  }

  @ParameterizedTest
  @MethodSource("sending")
  void sendsNothingToAForbiddenDeployment(Route route) {
    // when: health data stays in Germany
    Response answer =
        ask(
            route,
            caller(SmallWorld.KEY).header("Terroir-Data", "health"),
            body(route, "model-abroad", "canary"));

    // then
    assertRefused(route, answer, 451, "no_lawful_deployment");
    assertThat(answer.header("x-should-retry")).isEqualTo("false");
    assertThat(answer.jsonPath().getString("terroir.reasons[0].rule")).isEqualTo("DE/health-stays");
    assertThat(answer.jsonPath().getString("terroir.decision"))
        .isEqualTo(answer.header("Terroir-Decision"));
  }

  @ParameterizedTest
  @MethodSource("sending")
  void protectsTextThatCrossesABorderWholeAndStreamed(Route route) {
    // given
    String body = body(route, "model-abroad", "Mail anna@example.org");

    // when
    ask(route, caller(SmallWorld.KEY), body);
    if (route != Route.EMBEDDINGS) {
      ask(route, caller(SmallWorld.KEY), body.replaceFirst("\\{", "{\"stream\":true,"));
    }

    // then
    assertThat(BENCH.upstream().receivedBy("abroad"))
        .hasSize(route == Route.EMBEDDINGS ? 1 : 2)
        .allSatisfy(
            it ->
                assertThat(it.body().toString())
                    .contains("<EMAIL_1>")
                    .doesNotContain("example.org"));
  }

  @ParameterizedTest
  @MethodSource("sending")
  void putsBackWhatWasReplacedInAnswersAndStreams(Route route) {
    if (route == Route.EMBEDDINGS) {
      return; // vectors hold no text
    }
    // given
    BENCH.upstream().script("abroad", Script.echoing(3));
    String body = body(route, "model-abroad", "Mail anna@example.org");

    // when
    String whole = ask(route, caller(SmallWorld.KEY), body).asString();
    String streamed =
        ask(route, caller(SmallWorld.KEY), body.replaceFirst("\\{", "{\"stream\":true,"))
            .asString();

    // then
    assertThat(whole).contains("anna@example.org").doesNotContain("EMAIL_1");
    assertThat(streamed).doesNotContain("EMAIL").contains("anna");
  }

  @ParameterizedTest
  @MethodSource("sending")
  void answersNothingThatItCannotRecord(Route route) {
    try (Bench bench = Bench.open(TestGateway.LIMITS, RouteInventoryTest::world)) {
      // given
      bench.gateway().breakAudit();

      // when
      Response answer = bench.caller().body(usual(route)).post(route.path());

      // then
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.jsonPath().getString("error.code")).isEqualTo("audit_unavailable");
      assertThat(bench.upstream().received()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sending")
  void recordsEveryExchange(Route route) {
    // given
    BENCH.upstream().script("one", Script.answering("hello"));

    // when
    Response answer = ask(route, caller(SmallWorld.KEY), usual(route));

    // then
    String decision = answer.header("Terroir-Decision");
    assertThat(BENCH.gateway().audited().stream().filter(it -> it.encode().contains(decision)))
        .extracting(it -> it.getString("kind"))
        .first()
        .isEqualTo("intent");
  }
}
