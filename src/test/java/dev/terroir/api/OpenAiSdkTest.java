package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.models.Model;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenAI's own client, unchanged but for its base URL and key. */
final class OpenAiSdkTest {

  private final Bench bench = Bench.open();
  private final OpenAIClient client = client(SmallWorld.KEY);

  @AfterEach
  void close() {
    client.close();
    bench.close();
  }

  private OpenAIClient client(String key) {
    return OpenAIOkHttpClient.builder().baseUrl(bench.gateway().url() + "/v1").apiKey(key).build();
  }

  private static ChatCompletionCreateParams.Builder chat(String model) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage("hi");
  }

  private OpenAIServiceException failing(OpenAIClient by, ChatCompletionCreateParams params) {
    return catchThrowableOfType(
        OpenAIServiceException.class, () -> by.chat().completions().create(params));
  }

  private long exchanges() {
    return bench.gateway().audited().stream()
        .filter(it -> !it.getString("kind").equals("intent"))
        .count();
  }

  @Test
  void chats() {
    // when
    ChatCompletion completion = client.chat().completions().create(chat("auto").build());

    // then
    assertThat(completion.model()).isEqualTo("model-one");
    assertThat(completion.choices().getFirst().message().content()).contains("hello");
    assertThat(completion.usage().orElseThrow().promptTokens()).isEqualTo(3);
  }

  @Test
  void streams() {
    // given
    bench.upstream().script(Script.stream().chunk("he").chunk("llo").stop().done());

    // when
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat("auto").build())) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();

      // then
      String text =
          chunks.stream()
              .flatMap(chunk -> chunk.choices().stream())
              .flatMap(choice -> choice.delta().content().stream())
              .collect(Collectors.joining());
      assertThat(text).isEqualTo("hello");
      assertThat(chunks).allMatch(chunk -> chunk.model().equals("model-one"));
      assertThat(chunks.getLast().choices().getFirst().finishReason()).isPresent();
    }
  }

  @Test
  void throwsWhenAStreamBreaksOff() {
    // given
    bench.upstream().script("one", Script.stream().chunk("he").reset());

    // when
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat("auto").build())) {
      OpenAIException thrown =
          catchThrowableOfType(OpenAIException.class, () -> stream.stream().toList());

      // then
      assertThat(thrown).isNotNull();
      assertThat(exchanges()).isEqualTo(1);
    }
  }

  private static String toolCall() {
    JsonObject function =
        new JsonObject().put("name", "weather").put("arguments", "{\"city\":\"Berlin\"}");
    JsonObject call =
        new JsonObject().put("id", "call_1").put("type", "function").put("function", function);
    JsonObject message =
        new JsonObject()
            .put("role", "assistant")
            .putNull("content")
            .put("tool_calls", new JsonArray().add(call));
    JsonObject choice =
        new JsonObject().put("index", 0).put("message", message).put("finish_reason", "tool_calls");
    return new JsonObject()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion")
        .put("created", 1)
        .put("model", "x")
        .put("choices", new JsonArray().add(choice))
        .encode();
  }

  private static FunctionDefinition weather() {
    Map<String, Object> city = Map.of("city", Map.of("type", "string"));
    return FunctionDefinition.builder()
        .name("weather")
        .parameters(
            FunctionParameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty("properties", JsonValue.from(city))
                .build())
        .build();
  }

  @Test
  void callsTools() {
    // given
    bench
        .upstream()
        .script(Script.begin().header("content-type", "application/json").write(toolCall()).end());
    ChatCompletionCreateParams.Builder params = chat("auto").addFunctionTool(weather());

    // when
    ChatCompletionMessage asked =
        client.chat().completions().create(params.build()).choices().getFirst().message();
    bench.upstream().script(Script.answering("sunny"));
    params.addMessage(asked);
    params.addMessage(
        ChatCompletionToolMessageParam.builder().toolCallId("call_1").content("sun").build());
    ChatCompletion answer = client.chat().completions().create(params.build());

    // then
    assertThat(asked.toolCalls().orElseThrow().getFirst().asFunction().function().arguments())
        .isEqualTo("{\"city\":\"Berlin\"}");
    assertThat(answer.choices().getFirst().message().content()).contains("sunny");
    JsonArray messages =
        bench.upstream().received().getLast().body().toJsonObject().getJsonArray("messages");
    assertThat(messages.getJsonObject(1).getJsonArray("tool_calls")).hasSize(1);
    assertThat(messages.getJsonObject(2).getString("tool_call_id")).isEqualTo("call_1");
  }

  @Test
  void throwsARefusalByLawAndDoesNotTryAgain() {
    // when
    OpenAIServiceException thrown =
        failing(client, chat("model-abroad").putAdditionalHeader("Terroir-Data", "health").build());

    // then
    assertThat(thrown.statusCode()).isEqualTo(451);
    assertThat(thrown.code()).contains("no_lawful_deployment");
    assertThat(thrown.param()).contains("model");
    assertThat(exchanges()).isEqualTo(1);
    assertThat(bench.upstream().received()).isEmpty();
  }

  @Test
  void triesAgainWhatMayPass() {
    // given: an overload that the client retries twice by itself
    bench.upstream().script(Script.failing(500, "x"));

    // when
    OpenAIServiceException thrown = failing(client, chat("model-one").build());

    // then
    assertThat(thrown.statusCode()).isEqualTo(502);
    assertThat(thrown.code()).contains("upstream_failed");
    assertThat(exchanges()).isEqualTo(3);
  }

  @Test
  void throwsThatAKeyIsNotKnown() {
    // given
    OpenAIClient stranger = client("tk_wrong");

    // when
    OpenAIServiceException thrown = failing(stranger, chat("auto").build());
    stranger.close();

    // then
    assertThat(thrown).isInstanceOf(UnauthorizedException.class);
    assertThat(thrown.code()).contains("invalid_key");
    assertThat(exchanges()).isEqualTo(1);
  }

  @Test
  void listsModels() {
    // when
    List<Model> models = client.models().list().data();
    Model one = client.models().retrieve("model-one");

    // then
    assertThat(models)
        .extracting(Model::id)
        .containsExactly("auto", "model-abroad", "model-one", "model-two");
    assertThat(one.ownedBy()).isEqualTo("maker");
  }
}
