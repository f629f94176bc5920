package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Anthropic's dialect comes in and Anthropic's dialect goes out: what the one says the other says.
 */
final class AnthropicThroughTest {

  private static final Bench BENCH =
      Bench.open(TestGateway.LIMITS, AnthropicThroughTest::speakingAnthropic);

  private static final AnthropicClient CLIENT =
      AnthropicOkHttpClient.builder()
          .baseUrl(BENCH.gateway().url())
          .apiKey(SmallWorld.KEY)
          .maxRetries(0)
          .build();

  @AfterAll
  static void close() {
    CLIENT.close();
    BENCH.close();
  }

  private static Map<String, String> speakingAnthropic(Map<String, String> files) {
    files.computeIfPresent(
        "hosts/de.yaml", (name, text) -> text.replace("dialect: openai", "dialect: anthropic"));
    files.put(
        "models/anthropic.yaml",
        files.getOrDefault("models/maker.yaml", "").replace("maker: maker", "maker: anthropic"));
    files.remove("models/maker.yaml");
    return files;
  }

  private static Script whole() {
    return Script.begin()
        .header("content-type", "application/json")
        .write(
            "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":["
                + "{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"c2lnbmVk\"},"
                + "{\"type\":\"text\",\"text\":\"Well.\"}],\"stop_reason\":\"end_turn\","
                + "\"usage\":{\"input_tokens\":3,\"output_tokens\":2}}")
        .end();
  }

  private static Script streamed() {
    Script script = Script.stream();
    for (String event :
        List.of(
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
                + "\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,"
                + "\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}}",
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"thinking\","
                + "\"thinking\":\"\",\"signature\":\"\"}}",
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\","
                + "\"thinking\":\"Hm.\"}}",
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"signature_delta\","
                + "\"signature\":\"c2lnbmVk\"}}",
            "{\"type\":\"content_block_stop\",\"index\":0}",
            "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"text\","
                + "\"text\":\"\"}}",
            "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\","
                + "\"text\":\"Well.\"}}",
            "{\"type\":\"content_block_stop\",\"index\":1}",
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                + "\"usage\":{\"output_tokens\":2}}",
            "{\"type\":\"message_stop\"}")) {
      String type = new JsonObject(event).getString("type");
      script = script.write("event: " + type + "\ndata: " + event + "\n\n");
    }
    return script.end();
  }

  private static MessageCreateParams.Builder asking() {
    return MessageCreateParams.builder()
        .model("model-one")
        .maxTokens(2000)
        .addUserMessage("How is the weather?");
  }

  private static JsonObject sent() {
    return BENCH.upstream().receivedBy("one").getLast().body().toJsonObject();
  }

  private static Message stream(MessageCreateParams params) {
    MessageAccumulator accumulator = MessageAccumulator.create();
    try (var events = CLIENT.messages().createStreaming(params)) {
      events.stream().forEach(accumulator::accumulate);
    }
    return accumulator.message();
  }

  @Test
  void bringsThinkingBackAsItWasSigned() {
    // given
    BENCH.upstream().script("one", whole());
    Message whole = CLIENT.messages().create(asking().build());
    BENCH.upstream().script("one", streamed());
    Message streamed = stream(asking().build());

    // when
    BENCH.upstream().script("one", whole());
    CLIENT.messages().create(asking().addMessage(streamed).addUserMessage("Go on.").build());

    // then
    for (Message message : List.of(whole, streamed)) {
      assertThat(message.content()).hasSize(2);
      assertThat(message.content().getFirst().asThinking().thinking()).isEqualTo("Hm.");
      assertThat(message.content().getFirst().asThinking().signature()).isEqualTo("c2lnbmVk");
      assertThat(message.content().getLast().asText().text()).isEqualTo("Well.");
    }
    JsonArray blocks = sent().getJsonArray("messages").getJsonObject(1).getJsonArray("content");
    assertThat(blocks.getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("type", "thinking")
                .put("thinking", "Hm.")
                .put("signature", "c2lnbmVk"));
    assertThat(blocks.getJsonObject(1).getString("text")).isEqualTo("Well.");
  }

  @Test
  void saysWhatOnlyThisDialectHasWordsFor() {
    // given
    BENCH.upstream().script("one", whole());

    // when
    CLIENT
        .messages()
        .create(
            asking()
                .putAdditionalBodyProperty("top_k", JsonValue.from(7))
                .enabledThinking(1500)
                .system("Be brief.")
                .build());

    // then
    assertThat(sent().getInteger("top_k")).isEqualTo(7);
    assertThat(sent().getJsonObject("thinking"))
        .isEqualTo(new JsonObject().put("type", "enabled").put("budget_tokens", 1500));
    assertThat(sent().getString("system")).isEqualTo("Be brief.");
    assertThat(sent().fieldNames()).doesNotContain("anthropic", "reasoning_effort");
  }
}
