package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import dev.terroir.fixtures.Answers;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anthropic's own client, unchanged but for its base URL and key. */
final class AnthropicSdkTest {

  private static final Bench BENCH = Bench.open(TestGateway.LIMITS, AnthropicSdkTest::world);
  private static final AnthropicClient CLIENT = client(SmallWorld.KEY);

  /** Where {@code claude} is a deployment whose models' maker signs their reasoning. */
  private static Map<String, String> world(Map<String, String> files) {
    String host = files.getOrDefault("hosts/de.yaml", "");
    String endpoint =
        host.substring(host.indexOf("endpoint: ") + 10).lines().findFirst().orElse("");
    files.put(
        "models/anthropic.yaml",
        files
            .getOrDefault("models/maker.yaml", "")
            .replace("maker: maker", "maker: anthropic")
            .replaceFirst("model-one", "claude")
            .replaceAll("(?s)  - id: model-two.*", ""));
    files.put(
        "hosts/claude.yaml",
        host.replace("host: de", "host: claude")
                .replace("dialect: openai", "dialect: anthropic")
                .replaceAll("(?s)deployments:.*", "deployments:\n")
            + SmallWorld.deployment(
                "claude", "claude", "DE", it -> endpoint.replace("/one/v1", "/claude/v1")));
    return files;
  }

  private static AnthropicClient client(String key) {
    return AnthropicOkHttpClient.builder().baseUrl(BENCH.gateway().url()).apiKey(key).build();
  }

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
    BENCH.upstream().script(Script.answering("hello"));
    BENCH.upstream().script("one", Script.answering("hello"));
    BENCH.gateway().forgive("one/model-one");
    BENCH.gateway().forgive("two/model-two");
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    BENCH.close();
  }

  private static MessageCreateParams.Builder asking(String text) {
    return MessageCreateParams.builder().model("auto").maxTokens(100).addUserMessage(text);
  }

  private static JsonObject sent() {
    return BENCH.upstream().received().getLast().body().toJsonObject();
  }

  private static Message streamed(MessageCreateParams params) {
    MessageAccumulator accumulator = MessageAccumulator.create();
    try (StreamResponse<RawMessageStreamEvent> stream = CLIENT.messages().createStreaming(params)) {
      stream.stream().forEach(accumulator::accumulate);
    }
    return accumulator.message();
  }

  private static long exchanges() {
    return BENCH.gateway().audited().stream()
        .filter(it -> !it.getString("kind").equals("intent"))
        .count();
  }

  @Test
  void chats() {
    // when
    Message message = CLIENT.messages().create(asking("hi").system("Be brief.").build());

    // then
    assertThat(message.content().getFirst().asText().text()).isEqualTo("hello");
    assertThat(message.model().asString()).isEqualTo("model-one");
    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(message.usage().inputTokens()).isEqualTo(3);
    assertThat(message.usage().outputTokens()).isEqualTo(2);
    assertThat(sent().getJsonArray("messages").getJsonObject(0).getString("content"))
        .isEqualTo("Be brief.");
  }

  @Test
  void streams() {
    // when
    Message message = streamed(asking("hi").build());

    // then
    assertThat(message.content()).hasSize(1);
    assertThat(message.content().getFirst().asText().text()).isEqualTo("hello");
    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(message.usage().outputTokens()).isEqualTo(2);
  }

  private static Tool weather() {
    return Tool.builder()
        .name("weather")
        .inputSchema(
            Tool.InputSchema.builder()
                .properties(
                    Tool.InputSchema.Properties.builder()
                        .putAdditionalProperty("city", JsonValue.from(Map.of("type", "string")))
                        .build())
                .build())
        .build();
  }

  @Test
  void callsToolsInParallelWholeAndStreamed() {
    // given: the pieces of two calls, mixed
    BENCH.upstream().script("one", Answers.twoCalls());

    // when
    Message whole = CLIENT.messages().create(asking("weather?").addTool(weather()).build());
    Message streamed = streamed(asking("weather?").addTool(weather()).build());

    // then
    for (Message message : List.of(whole, streamed)) {
      List<ContentBlock> calls =
          message.content().stream().filter(ContentBlock::isToolUse).toList();
      assertThat(calls)
          .extracting(call -> call.asToolUse().id())
          .containsExactly("call_1", "call_2");
      assertThat(calls.get(0).asToolUse()._input()).hasToString("{city=Berlin}");
      assertThat(calls.get(1).asToolUse()._input()).hasToString("{city=Delhi}");
      assertThat(message.stopReason()).contains(StopReason.TOOL_USE);
    }
  }

  @Test
  void returnsResultsOfToolsInTheirOrder() {
    // given
    BENCH.upstream().script("one", Answers.twoCalls());
    MessageCreateParams.Builder params = asking("weather?").addTool(weather());
    Message asked = CLIENT.messages().create(params.build());
    BENCH.upstream().script("one", Script.answering("sunny"));

    // when
    params.addMessage(asked);
    params.addUserMessageOfContentBlockParams(
        List.of(
            ContentBlockParam.ofToolResult(
                ToolResultBlockParam.builder().toolUseId("call_1").content("sun").build()),
            ContentBlockParam.ofToolResult(
                ToolResultBlockParam.builder()
                    .toolUseId("call_2")
                    .content("no station")
                    .isError(true)
                    .build()),
            ContentBlockParam.ofText(TextBlockParam.builder().text("Well?").build())));
    Message answer = CLIENT.messages().create(params.build());

    // then
    assertThat(answer.content().getFirst().asText().text()).isEqualTo("sunny");
    JsonArray messages = sent().getJsonArray("messages");
    assertThat(messages.getJsonObject(1).getJsonArray("tool_calls")).hasSize(2);
    assertThat(messages.getJsonObject(2).encode())
        .isEqualTo("{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"sun\"}");
    assertThat(messages.getJsonObject(3).getString("content")).isEqualTo("Error: no station");
    assertThat(messages.getJsonObject(4).getString("role")).isEqualTo("user");
  }

  @Test
  void sendsImages() {
    // given
    ImageBlockParam image =
        ImageBlockParam.builder()
            .source(
                Base64ImageSource.builder()
                    .data("iVBORw0KGgo=")
                    .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                    .build())
            .build();

    // when
    CLIENT
        .messages()
        .create(
            MessageCreateParams.builder()
                .model("auto")
                .maxTokens(100)
                .addUserMessageOfContentBlockParams(List.of(ContentBlockParam.ofImage(image)))
                .build());

    // then
    assertThat(sent().encode()).contains("data:image/png;base64,iVBORw0KGgo=");
  }

  /** From the maker's own dialect through the canonical one into the caller's, and back. */
  @Test
  void bringsThinkingBackAsItWasSigned() {
    // given
    BENCH.upstream().script("claude", Answers.claudeThinking("Hm, the weather.", "c2lnbmVk"));
    MessageCreateParams.Builder params = asking("hi").model("claude");

    // when
    Message whole = CLIENT.messages().create(params.build());
    Message streamed = streamed(params.build());
    for (Message message : List.of(whole, streamed)) {
      CLIENT
          .messages()
          .create(
              asking("hi").model("claude").addMessage(message).addUserMessage("Go on.").build());

      // then
      assertThat(message.content()).hasSize(2);
      assertThat(message.content().getFirst().asThinking().thinking())
          .isEqualTo("Hm, the weather.");
      assertThat(message.content().getFirst().asThinking().signature()).isEqualTo("c2lnbmVk");
      assertThat(message.content().getLast().asText().text()).isEqualTo("Well.");
      assertThat(
              sent()
                  .getJsonArray("messages")
                  .getJsonObject(1)
                  .getJsonArray("content")
                  .getJsonObject(0))
          .isEqualTo(
              new JsonObject()
                  .put("type", "thinking")
                  .put("thinking", "Hm, the weather.")
                  .put("signature", "c2lnbmVk"));
    }
  }

  @Test
  void throwsARefusalByLawAndDoesNotTryAgain() {
    // given
    long before = exchanges();
    MessageCreateParams params =
        asking("hi").model("model-abroad").putAdditionalHeader("Terroir-Data", "health").build();

    // when
    AnthropicServiceException thrown =
        catchThrowableOfType(
            AnthropicServiceException.class, () -> CLIENT.messages().create(params));

    // then
    assertThat(thrown.statusCode()).isEqualTo(451);
    assertThat(thrown.type().orElseThrow().asString()).isEqualTo("permission_error");
    assertThat(thrown.requestId()).isPresent();
    assertThat(exchanges() - before).isEqualTo(1);
    assertThat(BENCH.upstream().received()).isEmpty();
  }

  @Test
  void throwsThatAKeyIsNotKnown() {
    // given
    AnthropicClient stranger = client("tk_wrong");

    // when
    AnthropicServiceException thrown =
        catchThrowableOfType(
            AnthropicServiceException.class,
            () -> stranger.messages().create(asking("hi").build()));
    stranger.close();

    // then
    assertThat(thrown.statusCode()).isEqualTo(401);
    assertThat(thrown.type().orElseThrow().asString()).isEqualTo("authentication_error");
  }

  @Test
  void throwsWhenAStreamBreaksOff() {
    // given
    BENCH.upstream().script("one", Script.stream().chunk("he").reset());

    // when
    AnthropicException thrown =
        catchThrowableOfType(AnthropicException.class, () -> streamed(asking("hi").build()));

    // then
    assertThat(thrown).isNotNull();
  }

  @Test
  void countsTokensAndSendsNothing() {
    // when
    long tokens =
        CLIENT
            .messages()
            .countTokens(
                MessageCountTokensParams.builder()
                    .model("model-one")
                    .addUserMessage("a sentence of some length, in English")
                    .build())
            .inputTokens();

    // then
    assertThat(tokens).isBetween(5L, 30L);
    assertThat(BENCH.upstream().received()).isEmpty();
  }

  @Test
  void listsModels() {
    // when
    List<String> models = CLIENT.models().list().data().stream().map(model -> model.id()).toList();

    // then
    assertThat(models).contains("auto", "model-abroad", "model-one", "model-two");
  }
}
