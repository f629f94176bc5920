package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.Spoken;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.scan.Scanner;
import dev.terroir.protection.Protector;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With {@code terroir.privacy.redact-answers} personal data that a model comes up with is removed.
 */
final class AnswerRedactionTest {

  private static final Bench BENCH =
      Bench.open(
          TestGateway.Setup.USUAL.protectedBy(
              new Protector(Scanner.standard(), NameFinder.standard(), NameModel.NONE, true)),
          UnaryOperator.identity());

  private static final String ANSWER =
      "She is reached at b@example.org or a@example.org. Her Steuer-ID: 86095742719. Bye";

  private static final String REDACTED =
      "She is reached at <EMAIL> or a@example.org. Her Steuer-ID: <DE_STEUER_ID>. Bye";

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static JsonObject body() {
    JsonObject message =
        new JsonObject().put("role", "user").put("content", "Who is a@example.org?");
    return new JsonObject().put("model", "model-one").put("messages", new JsonArray().add(message));
  }

  @Test
  void takesOutWhatStoodNotInTheRequest() {
    BENCH.upstream().script("one", Script.answering(ANSWER));

    String answer =
        BENCH
            .caller()
            .body(body().encode())
            .post("/v1/chat/completions")
            .jsonPath()
            .getString("choices[0].message.content");

    assertThat(answer).isEqualTo(REDACTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 20})
  void doesSoInStreamsWhereverTheyAreCut(int size) throws IOException {
    Script script = Script.stream();
    for (int i = 0; i < ANSWER.length(); i += size) {
      script = script.chunk(ANSWER.substring(i, Math.min(ANSWER.length(), i + size)));
    }
    BENCH.upstream().script("one", script.stop().done());

    StringBuilder heard = new StringBuilder();
    try (RawConnection caller = BENCH.connect().ask(body().put("stream", true).encode())) {
      caller.head();
      for (var event = caller.event(); event.isPresent(); event = caller.event()) {
        if (event.get().startsWith("data: {")) {
          JsonArray choices = new JsonObject(event.get().substring(6)).getJsonArray("choices");
          heard.append(choices.getJsonObject(0).getJsonObject("delta").getString("content", ""));
        }
      }
    }

    assertThat(heard.toString()).isEqualTo(REDACTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b%40example.org", "b\\u0040example.org"})
  void takesOutWhatIsWrittenWithEscapes(String escaped) {
    BENCH.upstream().script("one", Script.answering("It is written " + escaped + " today."));

    assertThat(Spoken.CHAT.text(Spoken.CHAT.ask(BENCH, body())))
        .doesNotContain(escaped)
        .contains("<EMAIL> today.");
  }

  @Test
  void knowsWhatStoodInTheRequestWithoutEscapes() {
    String answer = "It is written a%40example.org today.";
    BENCH.upstream().script("one", Script.answering(answer));

    assertThat(Spoken.CHAT.text(Spoken.CHAT.ask(BENCH, body()))).isEqualTo(answer);
  }

  private static JsonObject delta(List<JsonObject> events, int index) {
    return events.get(index).getJsonArray("choices").getJsonObject(0).getJsonObject("delta");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void takesItOutOfTheArgumentsOfTools(int size) {
    // given
    String number = "86095742719";
    String arguments =
        new JsonObject()
            .put("mail", "b@example.org")
            .put("known", "a@example.org")
            .put("steuer_id", Long.parseLong(number))
            .put("note", "say \"hi\"\nto c@example.org")
            .encode();
    Script script = Script.stream();
    for (int i = 0; i < arguments.length(); i += size) {
      String piece = arguments.substring(i, Math.min(arguments.length(), i + size));
      script = script.write("data: " + call(piece, i == 0) + "\n\n");
    }
    BENCH.upstream().script("one", script.stop().done());

    // when
    List<JsonObject> events = Spoken.CHAT.stream(BENCH, body());
    StringBuilder heard = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      JsonArray calls = delta(events, i).getJsonArray("tool_calls", new JsonArray());
      heard.append(
          calls.isEmpty()
              ? ""
              : calls.getJsonObject(0).getJsonObject("function").getString("arguments"));
    }

    // then
    JsonObject called = new JsonObject(heard.toString());
    assertThat(called.getString("mail")).isEqualTo("<EMAIL>");
    assertThat(called.getString("known")).isEqualTo("a@example.org");
    assertThat(called.getString("steuer_id")).isEqualTo("<DE_STEUER_ID>");
    assertThat(called.getString("note")).isEqualTo("say \"hi\"\nto <EMAIL>");
  }

  private static String call(String arguments, boolean isFirst) {
    JsonObject function = new JsonObject().put("arguments", arguments);
    JsonObject call = new JsonObject().put("index", 0).put("function", function);
    if (isFirst) {
      call.put("id", "call_1").put("type", "function");
      function.put("name", "find");
    }
    JsonObject delta = new JsonObject().put("tool_calls", new JsonArray().add(call));
    JsonObject choice = new JsonObject().put("index", 0).put("delta", delta);
    return new JsonObject().put("choices", new JsonArray().add(choice)).encode();
  }

  /** Local numbers are those of the countries that bind the request. */
  @Test
  void knowsTheTelephonesOfTheCountriesThatBind() {
    BENCH.upstream().script("one", Script.answering("Ring 030 901820 or 98765 43210."));

    String german = Spoken.CHAT.text(Spoken.CHAT.ask(BENCH, body()));
    String indian =
        BENCH
            .caller()
            .header("Terroir-Country", "IN")
            .body(body().encode())
            .post("/v1/chat/completions")
            .jsonPath()
            .getString("choices[0].message.content");

    assertThat(german).isEqualTo("Ring <PHONE> or 98765 43210.");
    assertThat(indian).isEqualTo("Ring <PHONE> or <PHONE>.");
  }

  /** They would say it token by token. */
  @Test
  void leavesTheTokensOut() {
    JsonObject token = new JsonObject().put("token", "b@example.org").put("logprob", -0.1);
    JsonObject choice =
        new JsonObject()
            .put("index", 0)
            .put("message", new JsonObject().put("content", "It is b@example.org."))
            .put("logprobs", new JsonObject().put("content", new JsonArray().add(token)))
            .put("finish_reason", "stop");
    String answer = new JsonObject().put("choices", new JsonArray().add(choice)).encode();
    BENCH
        .upstream()
        .script(
            "one", Script.begin().header("content-type", "application/json").write(answer).end());

    String heard = Spoken.CHAT.ask(BENCH, body()).asString();

    assertThat(heard).contains("It is <EMAIL>.").doesNotContain("b@example.org");
  }
}
