package dev.terroir.provider.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.StrictJson;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.wire.Outgoing;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What deployments are sent. */
final class RequestsTest {

  private static List<Tongue.Case> requests() {
    return Tongue.cases("request.json");
  }

  private static List<Tongue.Case> refused() {
    return Tongue.cases("json").stream().filter(it -> it.name().equals("refused")).toList();
  }

  static ChatRequest request(byte[] json) {
    return StrictJson.read(Buffer.buffer(json)) instanceof StrictJson.Reading.Document(var root)
            && ChatRequestReader.read(root) instanceof ChatRequestReader.Reading.Read(var request)
        ? request
        : org.assertj.core.api.Assertions.fail("not a request for chat");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void saysInTheDialectWhatTheCallerSaid(Tongue.Case example) {
    // when
    Outgoing sent =
        example
            .tongue()
            .translator()
            .outgoing(request(example.bytes()), example.tongue().deployment());

    // then
    ObjectNode actual = dev.terroir.chat.Json.object().put("path", sent.path());
    sent.headers().forEach(actual.putObject("headers")::put);
    actual.set("body", Golden.tree(sent.body().getBytes()));
    Golden.compare(example.file("sent.json"), actual);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesByNameWhatCannotBeSaid(Tongue.Case example) {
    for (JsonNode refused : Golden.tree(example.bytes())) {
      // given
      String field = refused.path("field").asText();
      ObjectNode body =
          (ObjectNode)
              Golden.tree(
                  "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      body.set(field, refused.path("value"));
      ChatRequest request =
          request(body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));

      // when
      Inexpressible refusal =
          catchThrowableOfType(
              Inexpressible.class,
              () -> example.tongue().translator().outgoing(request, example.tongue().deployment()));

      // then
      assertThat(refusal).as(field).isNotNull();
      assertThat(refusal.param()).as(field).isEqualTo(field);
      assertThat(refusal.message()).as(field).contains("`");
    }
  }
}
