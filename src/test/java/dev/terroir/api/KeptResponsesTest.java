package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tenant {@code test} has its responses kept for an hour; {@code lenient} has not. */
final class KeptResponsesTest {

  private static final Bench BENCH =
      Bench.open(TestGateway.LIMITS, KeptResponsesTest::keepingAndProtecting);

  private static final OpenAIClient CLIENT =
      OpenAIOkHttpClient.builder()
          .baseUrl(BENCH.gateway().url() + "/v1")
          .apiKey(SmallWorld.KEY)
          .maxRetries(0)
          .build();

  private static Map<String, String> keepingAndProtecting(Map<String, String> files) {
    files.computeIfPresent("tenants/test.yaml", (name, text) -> text + "keep-responses: PT1H\n");
    files.computeIfPresent("tenants/narrow.yaml", (name, text) -> text + "keep-responses: PT1H\n");
    String rule =
        """
        rules:
          - id: leave-no-names
            law: secrets
            where: {located-outside: DE}
            oblige: {protect: pseudonymise}
        """;
    files.computeIfPresent("countries/DE.yaml", (name, text) -> text.replace("rules:\n", rule));
    return files;
  }

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
    BENCH.upstream().script("one", Script.echoing(4));
    BENCH.upstream().script("abroad", Script.echoing(4));
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    BENCH.close();
  }

  private static ResponseCreateParams.Builder asking(String text) {
    return ResponseCreateParams.builder().model("model-one").input(text);
  }

  private static JsonArray sent() {
    return BENCH.upstream().received().getLast().body().toJsonObject().getJsonArray("messages");
  }

  private static String text(Response response) {
    return response.output().getLast().asMessage().content().getFirst().asOutputText().text();
  }

  private static io.restassured.response.Response post(String key, JsonObject body) {
    return BENCH.callerWith(key).body(body.encode()).post("/v1/responses");
  }

  @Test
  void aRequestGoesOnWhereAnEarlierOneEnded() {
    // when
    Response first = CLIENT.responses().create(asking("one").build());
    Response second =
        CLIENT.responses().create(asking("two").previousResponseId(first.id()).build());
    Response third =
        CLIENT.responses().create(asking("three").previousResponseId(second.id()).build());

    // then
    assertThat(sent().stream().map(it -> ((JsonObject) it).getString("content")))
        .containsExactly("one", "one", "two", "two", "three");
    assertThat(text(third)).isEqualTo("three");
    assertThat(third.previousResponseId()).contains(second.id());
  }

  @Test
  void streamedResponsesAreKeptAsWell() {
    // given
    JsonObject body = new JsonObject().put("model", "model-one").put("input", "one");
    String events = post(SmallWorld.KEY, body.put("stream", true)).asString();
    String id = events.replaceAll("(?s).*\"id\":\"(resp_[0-9a-f]+)\".*", "$1");

    // when
    CLIENT.responses().create(asking("two").previousResponseId(id).build());

    // then
    assertThat(sent()).hasSize(3);
    assertThat(events).contains("\"store\":true");
  }

  /** What is kept is the clear text; what crosses the border is protected anew. */
  @Test
  void whatIsKeptIsProtectedLikeEverythingElse() {
    // given
    Response first = CLIENT.responses().create(asking("I am a@example.org").build());

    // when
    Response second =
        CLIENT
            .responses()
            .create(asking("so?").model("model-abroad").previousResponseId(first.id()).build());

    // then
    assertThat(sent().encode()).contains("I am <EMAIL_1>").doesNotContain("a@example.org");
    assertThat(text(second)).isEqualTo("so?");
  }

  @Test
  void whoeverSaysSoIsNotKept() {
    // given
    Response first = CLIENT.responses().create(asking("one").store(false).build());

    // when
    JsonObject body =
        new JsonObject()
            .put("model", "model-one")
            .put("input", "two")
            .put("previous_response_id", first.id());

    // then
    assertThat(post(SmallWorld.KEY, body).statusCode()).isEqualTo(400);
  }

  @Test
  void anotherTenantSeesNothing() {
    // given
    Response first = CLIENT.responses().create(asking("one").build());
    JsonObject body =
        new JsonObject()
            .put("model", "model-one")
            .put("input", "two")
            .put("previous_response_id", first.id());

    // when
    var ofAnother = post(SmallWorld.NARROW_KEY, body);
    var ofOneThatKeepsNothing = post(SmallWorld.LENIENT_KEY, body);

    // then
    assertThat(ofAnother.statusCode()).isEqualTo(400);
    assertThat(ofAnother.jsonPath().getString("error.code"))
        .isEqualTo("previous_response_not_found");
    assertThat(ofOneThatKeepsNothing.jsonPath().getString("error.message"))
        .contains("keep-responses");
  }
}
