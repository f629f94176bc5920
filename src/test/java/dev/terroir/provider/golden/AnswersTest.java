package dev.terroir.provider.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.wire.Rejection;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of whole answers and of errors. */
final class AnswersTest {

  private static List<Tongue.Case> answers() {
    return Tongue.cases("answer.json");
  }

  private static List<Tongue.Case> errors() {
    return Tongue.cases("json").stream().filter(it -> it.name().equals("errors")).toList();
  }

  private static Optional<Reply> read(Tongue tongue, byte[] json) {
    return StrictJson.read(Buffer.buffer(json))
            instanceof StrictJson.Reading.Document(ObjectNode root)
        ? tongue.translator().answer(root, Heard.HEADING)
        : org.assertj.core.api.Assertions.fail("not an object");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void saysInTheCanonicalShapeWhatTheDeploymentSaid(Tongue.Case example) {
    // when
    Optional<Reply> reply = read(example.tongue(), example.bytes());

    // then
    assertThat(reply).containsInstanceOf(Reply.Answered.class);
    if (reply.orElseThrow() instanceof Reply.Answered(var body, var usage)) {
      JsonNode actual = Golden.tree(Json.write(body).getBytes());
      Golden.compare(example.file("answered.json"), actual);
      JsonNode counts = actual.path("usage");
      assertThat(usage.input()).isEqualTo(counts.path("prompt_tokens").asLong());
      assertThat(usage.output()).isEqualTo(counts.path("completion_tokens").asLong());
      assertThat(counts.path("total_tokens").asLong()).isEqualTo(usage.input() + usage.output());
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesNothingElseForAnAnswer(Tongue tongue) {
    for (String other : List.of("{}", "{\"error\":{}}", "{\"choices\":1}", "{\"output\":[]}")) {
      assertThat(read(tongue, other.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .as(other)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void readsErrorsByTheirDimensionsAndLeaksNothing(Tongue.Case example) {
    for (JsonNode error : Golden.tree(example.bytes())) {
      // given
      MultiMap headers = MultiMap.caseInsensitiveMultiMap();
      error
          .path("headers")
          .properties()
          .forEach(header -> headers.set(header.getKey(), header.getValue().asText()));
      Rejection rejection =
          new Rejection(
              error.path("status").asInt(),
              headers,
              (ObjectNode) error.path("body"),
              example.tongue().deployment());

      // when
      Failure failure = example.tongue().translator().failure(rejection);

      // then
      assertThat(failure.kind()).as(error.toString()).hasToString(error.path("kind").asText());
      assertThat(failure.message()).as(error.toString()).isEqualTo(error.path("message").asText());
      assertThat(failure.retryAfter().map(Duration::toMillis).orElse(0L))
          .as(error.toString())
          .isEqualTo(error.path("retryAfterMillis").asLong());
    }
  }
}
