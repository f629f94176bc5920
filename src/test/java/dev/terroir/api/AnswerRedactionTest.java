package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.scan.Scanner;
import dev.terroir.protection.Protector;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
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
}
