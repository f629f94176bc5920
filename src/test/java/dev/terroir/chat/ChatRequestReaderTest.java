package dev.terroir.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.chat.ChatRequestReader.Fault;
import dev.terroir.chat.ChatRequestReader.Reading;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatRequestReaderTest {

  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";

  private static Reading reading(String json) {
    return switch (StrictJson.read(Buffer.buffer(json))) {
      case StrictJson.Reading.Document(var root) -> ChatRequestReader.read(root);
      case StrictJson.Reading.Malformed(var message, _) -> throw new AssertionError(message);
    };
  }

  private static ChatRequest request(String fields) {
    return switch (reading("{\"model\":\"m\"," + MESSAGES + fields + "}")) {
      case Reading.Read(var request) -> request;
      case Reading.Faulty(var fault) -> throw new AssertionError(fault.message());
    };
  }

  private static Fault fault(String json) {
    return switch (reading(json)) {
      case Reading.Read(var request) -> throw new AssertionError("read " + request.model());
      case Reading.Faulty(var fault) -> fault;
    };
  }

  @Test
  void readsWhatTheGatewayActsOn() {
    // when
    ChatRequest request =
        request(
            ",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                + "\"metadata\":{\"terroir_country\":\"DE\",\"a\":\"b\"}");

    // then
    assertThat(request.model()).isEqualTo("m");
    assertThat(request.stream()).isTrue();
    assertThat(request.wantsUsage()).isTrue();
    assertThat(request.metadata()).isEqualTo(Map.of("terroir_country", "DE", "a", "b"));
    assertThat(request.userTexts()).containsExactly("hi");
  }

  @Test
  void takesNullForSilence() {
    // when
    ChatRequest request =
        request(
            ",\"stream\":null,\"stream_options\":null,\"tools\":null,\"metadata\":null,"
                + "\"max_tokens\":null,\"temperature\":null,\"response_format\":null");

    // then
    assertThat(request.stream()).isFalse();
    assertThat(request.wantsUsage()).isFalse();
    assertThat(request.needs()).containsExactly("chat");
    assertThat(request.metadata()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",\"tools\":[] | chat",
        ",\"tools\":[{\"type\":\"function\"}] | tools",
        ",\"response_format\":{\"type\":\"text\"} | chat",
        ",\"response_format\":{\"type\":\"json_object\"} | json",
        ",\"response_format\":{\"type\":\"json_schema\"} | json"
      })
  void findsOutWhatAModelMustBeAbleToDo(String fields, String need) {
    assertThat(request(fields).needs()).containsOnly("chat", need);
  }

  @Test
  void readsPartsOfContent() {
    // given
    String parts =
        "[{\"type\":\"text\",\"text\":\"what is this\"},"
            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AA==\"}}]";

    // when
    Reading reading =
        reading("{\"model\":\"m\"," + MESSAGES.replace("\"hi\"", parts) + ",\"n\":1}");

    // then
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Read.class,
            it -> {
              assertThat(it.request().needs()).containsExactlyInAnyOrder("chat", "vision");
              assertThat(it.request().userTexts()).containsExactly("what is this");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | INVALID | ``",
        "{} | INVALID | model",
        "{\"model\":\"\",\"messages\":[]} | INVALID | model",
        "{\"model\":\"m\"} | INVALID | messages",
        "{\"model\":\"m\",\"messages\":[]} | INVALID | messages",
        "{\"model\":\"m\",\"messages\":[1]} | INVALID | messages[0].role",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":1}]}"
            + "| INVALID | messages[0].content",
        "{\"model\":\"m\",\"n\":1.5} | INVALID | n",
        "{\"model\":\"m\",\"seed\":\"1\"} | INVALID | seed",
        "{\"model\":\"m\",\"top_p\":true} | INVALID | top_p",
        "{\"model\":\"m\",\"stream\":0} | INVALID | stream",
        "{\"api_base\":1} | FORBIDDEN_PARAMETER | api_base"
      })
  void namesTheFieldAtFault(String json, Fault.Kind kind, String param) {
    // when
    Fault fault = fault(json);

    // then
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.param()).isEqualTo(param);
  }

  @Test
  void writesTheBodyForADeploymentAndLeavesItsOwnAlone() {
    // given
    ChatRequest request =
        request(
            ",\"stream\":true,\"stream_options\":{\"x\":1,\"include_usage\":false},"
                + "\"metadata\":{\"terroir_data\":\"health\",\"a\":\"b\"},\"unknown\":[1.50]");
    String before = Json.write(request.body()).toString();

    // when
    JsonObject outward = request.forDeployment("there").toJsonObject();

    // then
    assertThat(outward.getString("model")).isEqualTo("there");
    assertThat(outward.getJsonObject("stream_options"))
        .isEqualTo(new JsonObject().put("x", 1).put("include_usage", true));
    assertThat(outward.getJsonObject("metadata")).isEqualTo(new JsonObject().put("a", "b"));
    assertThat(request.forDeployment("there").toString()).contains("\"unknown\":[1.50]");
    assertThat(Json.write(request.body()).toString()).isEqualTo(before);
  }
}
