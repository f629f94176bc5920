package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.FakeUpstream.Received;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final Bench BENCH = Bench.open();

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static Response ask(String body) {
    return BENCH.caller().body(body).post(CHAT);
  }

  private static Received received() {
    assertThat(BENCH.upstream().received()).hasSize(1);
    return BENCH.upstream().received().getFirst();
  }

  @Test
  void answersWithTheCatalogueNameOfTheModel() {
    // when
    Response answer = ask(Bench.chat("auto"));

    // then
    answer
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("model", equalTo("model-one"))
        .body("choices[0].message.content", equalTo("hello"))
        .body("choices[0].finish_reason", equalTo("stop"))
        .body("usage.prompt_tokens", equalTo(3));
  }

  @Test
  void carriesEveryHeaderOfTheContract() {
    // when
    Response answer = ask(Bench.chat("auto"));

    // then
    assertThat(answer.header("Terroir-Decision")).matches("[0-9a-f]{28}");
    assertThat(answer.header("x-request-id")).isEqualTo(answer.header("Terroir-Decision"));
    assertThat(answer.header("request-id")).isEqualTo(answer.header("x-request-id"));
    assertThat(answer.header("Terroir-Policy")).matches("[0-9a-f]{16}");
    assertThat(answer.header("Terroir-Jurisdictions")).isEqualTo("DE");
    assertThat(answer.header("Terroir-Model")).isEqualTo("model-one");
    assertThat(answer.header("Terroir-Deployment")).isEqualTo("one/model-one");
    assertThat(answer.header("Terroir-Served-In")).isEqualTo("DE");
    assertThat(answer.headers().hasHeaderWithName("Terroir-Substituted-For")).isFalse();
    assertThat(answer.headers().hasHeaderWithName("Terroir-Simulated")).isFalse();
  }

  @Test
  void keepsTheCallersRequestIdBesideItsOwn() {
    // when
    Response answer =
        BENCH.caller().header("x-request-id", "mine-1.2_3").body(Bench.chat("auto")).post(CHAT);

    // then
    assertThat(answer.header("x-request-id")).isEqualTo("mine-1.2_3");
    assertThat(answer.header("request-id")).isEqualTo("mine-1.2_3");
    assertThat(answer.header("Terroir-Decision")).isNotEqualTo("mine-1.2_3");
  }

  @Test
  void sendsTheHostItsOwnNameOfTheModelAndNothingOfTheCaller() {
    // when
    BENCH
        .caller()
        .header("X-Forwarded-For", "192.0.2.1")
        .header("Cookie", "canary=1")
        .header("User-Agent", "canary")
        .header("Terroir-Sector", "health")
        .body(Bench.chat("auto"))
        .post(CHAT);

    // then
    Received received = received();
    assertThat(received.deployment()).isEqualTo("one");
    assertThat(received.body().toJsonObject().getString("model")).isEqualTo("one-at-host");
    assertThat(received.headers())
        .containsOnlyKeys(
            "host", "content-type", "content-length", "accept", "accept-encoding", "x-request-id")
        .containsEntry("accept-encoding", "identity")
        .containsEntry("accept", "application/json");
    assertThat(received.headers().values()).noneMatch(it -> it.contains("canary"));
  }

  @Test
  void keepsItsOwnMetadataToItself() {
    // when
    ask(
        """
        {"model": "auto", "messages": [{"role": "user", "content": "hi"}],
         "metadata": {"terroir_sector": "finance", "ticket": "42"}}
        """);

    // then
    assertThat(received().body().toJsonObject().getJsonObject("metadata"))
        .isEqualTo(new JsonObject().put("ticket", "42"));
  }

  @Test
  void asksForUsageOnStreamsOnly() {
    // when
    ask(Bench.chat("auto"));
    ask(Bench.streamed());

    // then
    List<Received> received = BENCH.upstream().received();
    assertThat(received.getFirst().body().toJsonObject().containsKey("stream_options")).isFalse();
    assertThat(received.getLast().body().toJsonObject().getJsonObject("stream_options"))
        .isEqualTo(new JsonObject().put("include_usage", true));
    assertThat(received.getLast().headers()).containsEntry("accept", "text/event-stream");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012345678901234567890",
        "-9223372036854775809",
        "0.1000000000000000055511151231257827",
        "1.10",
        "\"gr\u00fc\u00df \ud834\udd1e \u4e2d\"",
        "\"a\\u0000b\"",
        "\"tab\\tquote\\\"\"",
        "[null,true,{\"deep\":[[1]]}]"
      })
  void carriesWhatItDoesNotUnderstandLosslessly(String value) {
    // when
    ask(
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"x_new\":"
            + value
            + "}");

    // then
    assertThat(received().body().toString()).contains("\"x_new\":" + value);
  }

  @Test
  void carriesUnknownFieldsOfAnAnswer() {
    // given
    BENCH
        .upstream()
        .script(
            "one",
            Script.begin()
                .header("content-type", "application/json; charset=utf-8")
                .write("{\"model\":\"at-host\",\"choices\":[],\"x_cost\":0.12345678901234567890}")
                .end());

    // when
    Response answer = ask(Bench.chat("auto"));
    BENCH.upstream().script("one", Script.answering("hello"));

    // then
    assertThat(answer.asString())
        .isEqualTo("{\"model\":\"model-one\",\"choices\":[],\"x_cost\":0.12345678901234567890}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "x-api-key", "api-key"})
  void acceptsAKeyInAnyOfItsHeaders(String header) {
    // given
    String value = header.equals("Authorization") ? "bearer " + SmallWorld.KEY : SmallWorld.KEY;

    // when
    Response answer =
        RestAssured.given()
            .baseUri(BENCH.gateway().url())
            .header(header, value)
            .contentType("application/json")
            .body(Bench.chat("auto"))
            .post(CHAT);

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
