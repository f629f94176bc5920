package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import io.vertx.core.buffer.Buffer;

/** Writes a whole canonical answer as a message. */
final class Message {

  private Message() {}

  static ObjectNode of(JsonNode answer, String id) {
    JsonNode choice = Canonical.choice(answer);
    JsonNode said = choice.path("message");
    ArrayNode content = Json.object().arrayNode();
    Thought.of(said).forEach(thought -> content.add(thought.block()));
    String text = Canonical.text(said, "content") + Canonical.text(said, "refusal");
    if (!text.isEmpty()) {
      content.addObject().put("type", "text").put("text", text);
    }
    for (JsonNode call : said.path("tool_calls")) {
      content.add(use(call));
    }
    ObjectNode message = head(id, answer.path("model").asText());
    message.set("content", content);
    StopReason.write(message, choice, !said.path("tool_calls").isEmpty());
    message.set("usage", usage(answer.path("usage")));
    if (answer.has("terroir")) {
      message.set("terroir", answer.path("terroir"));
    }
    return message;
  }

  static ObjectNode head(String id, String model) {
    return Json.object()
        .put("id", id)
        .put("type", "message")
        .put("role", "assistant")
        .put("model", model);
  }

  private static ObjectNode use(JsonNode call) {
    ObjectNode use = Json.object().put("type", "tool_use").put("id", call.path("id").asText());
    use.put("name", call.path("function").path("name").asText());
    return use.set("input", input(call.path("function").path("arguments").asText()));
  }

  /** An object always; what a model has written that is none stands in one. */
  private static JsonNode input(String arguments) {
    if (arguments.isBlank()) {
      return Json.object();
    }
    return StrictJson.read(Buffer.buffer(arguments))
            instanceof StrictJson.Reading.Document(ObjectNode input)
        ? input
        : Json.object().put("arguments", arguments);
  }

  /** Canonical prompt tokens include what was read from, or written to, a cache. */
  static ObjectNode usage(JsonNode usage) {
    JsonNode details = usage.path("prompt_tokens_details");
    long read = Math.max(0, details.path("cached_tokens").asLong());
    long written = Math.max(0, details.path("cache_write_tokens").asLong());
    long input = Math.max(0, usage.path("prompt_tokens").asLong() - read - written);
    return Json.object()
        .put("input_tokens", input)
        .put("cache_creation_input_tokens", written)
        .put("cache_read_input_tokens", read)
        .put("output_tokens", Math.max(0, usage.path("completion_tokens").asLong()));
  }
}
