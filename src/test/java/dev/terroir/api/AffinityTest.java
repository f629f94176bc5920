package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A conversation that carries a model's signed reasoning stays with the models of its maker, within
 * the law.
 */
final class AffinityTest {

  private static final String CHAT = "/v1/chat/completions";

  private Bench bench = Bench.open(TestGateway.LIMITS, AffinityTest::withAnotherMaker);

  @AfterEach
  void close() {
    bench.close();
  }

  /** A second maker, with a model in Germany and nowhere else. */
  private static Map<String, String> withAnotherMaker(Map<String, String> files) {
    String models = files.getOrDefault("models/maker.yaml", "");
    files.put(
        "models/other.yaml",
        models
            .replace("maker: maker", "maker: other")
            .replace("name: Maker", "name: Other")
            .replace("model-", "other-"));
    files.computeIfPresent(
        "hosts/de.yaml",
        (name, text) -> {
          String endpoint = text.replaceAll("(?s).*endpoint: (\\S+/)one/v1.*", "$1");
          return text
              + SmallWorld.deployment("three", "other-one", "DE", site -> endpoint + site + "/v1");
        });
    return files;
  }

  private static JsonObject user(String text) {
    return new JsonObject().put("role", "user").put("content", text);
  }

  private static JsonObject reasoned(String maker) {
    JsonObject state = new JsonObject().put("maker", maker).put("signature", "c2ln");
    return new JsonObject()
        .put("role", "assistant")
        .put("content", "Hm.")
        .put("reasoning_state", new JsonArray().add(state));
  }

  private static String chat(String model, JsonObject... history) {
    JsonArray messages = new JsonArray().add(user("hi"));
    for (JsonObject message : history) {
      messages.add(message);
    }
    return new JsonObject().put("model", model).put("messages", messages.add(user("so?"))).encode();
  }

  private Response ask(String body) {
    return bench.caller().body(body).post(CHAT);
  }

  @Test
  void staysWithTheMaker() {
    // when
    Response answer = ask(chat("auto", reasoned("other")));

    // then
    answer.then().statusCode(200).header("Terroir-Deployment", "three/other-one");
  }

  @Test
  void triesNoOtherMakerHoweverItsModelsFail() {
    // given
    for (String site : new String[] {"one", "two", "abroad"}) {
      bench.upstream().script(site, Script.failing(503, "no"));
    }

    // when
    Response answer = ask(chat("auto", reasoned("maker")));

    // then
    answer.then().statusCode(502);
    assertThat(bench.upstream().receivedBy("one")).hasSize(1);
    assertThat(bench.upstream().receivedBy("three")).isEmpty();
  }

  @Test
  void refusesWhatTheModelThatIsAskedForCannotRead() {
    for (String model : new String[] {"model-one", "one/model-one"}) {
      ask(chat(model, reasoned("other")))
          .then()
          .statusCode(400)
          .body("error.code", equalTo("reasoning_state_unreadable"))
          .body("error.param", equalTo("messages"))
          .body("error.message", containsString("only models of its maker"));
    }
    assertThat(bench.upstream().received()).isEmpty();
  }

  @Test
  void refusesWhatNobodyCanRead() {
    ask(chat("auto", reasoned("nobody"))).then().statusCode(400);
    ask(chat("auto", reasoned("maker"), reasoned("other")))
        .then()
        .statusCode(400)
        .body("error.message", containsString("several makers"));
    assertThat(bench.upstream().received()).isEmpty();
  }

  @Test
  void staysWithinTheLaw() {
    // given: health data must stay in Germany, where `model-abroad` is not
    bench.upstream().script("one", Script.failing(503, "no"));
    bench.upstream().script("two", Script.failing(503, "no"));

    // when
    Response answer =
        bench
            .caller()
            .header("Terroir-Data", "health")
            .body(chat("auto", reasoned("maker")))
            .post(CHAT);

    // then
    answer.then().statusCode(502);
    assertThat(bench.upstream().receivedBy("abroad")).isEmpty();
  }

  @Test
  void substitutesOnlyModelsOfTheSameMaker() {
    // when
    Response answer =
        bench
            .callerWith(SmallWorld.LENIENT_KEY)
            .header("Terroir-Data", "health")
            .body(chat("model-abroad", reasoned("maker")))
            .post(CHAT);

    // then
    answer.then().header("Terroir-Deployment", "one/model-one");
  }

  @Test
  void bringsSignedReasoningBackAsItCame() {
    // given
    bench.close();
    bench =
        Bench.open(
            TestGateway.LIMITS,
            files -> {
              files.computeIfPresent(
                  "hosts/de.yaml",
                  (name, text) -> text.replace("dialect: openai", "dialect: anthropic"));
              return files;
            });
    String thinking = "{\"type\":\"thinking\",\"thinking\":\"I look.\",\"signature\":\"c2ln+/=\"}";
    String call = "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"now\",\"input\":{}}";
    bench
        .upstream()
        .script(
            Script.begin()
                .header("content-type", "application/json")
                .write(
                    "{\"type\":\"message\",\"content\":["
                        + thinking
                        + ","
                        + call
                        + "],\"stop_reason\":\"tool_use\",\"usage\":{}}")
                .end());
    JsonObject said =
        new JsonObject(ask(chat("model-one")).asString())
            .getJsonArray("choices")
            .getJsonObject(0)
            .getJsonObject("message");

    // when
    JsonObject result =
        new JsonObject().put("role", "tool").put("tool_call_id", "toolu_1").put("content", "noon");
    ask(chat("auto", said, result));

    // then
    assertThat(bench.upstream().received().getLast().body().toString()).contains(thinking, call);
  }
}
