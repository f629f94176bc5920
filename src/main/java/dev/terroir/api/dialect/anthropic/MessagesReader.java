package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the canonical request of a body for {@code /v1/messages}. What has no meaning in the
 * canonical form is refused by its name. What only Anthropic's own deployments understand goes
 * along in {@code anthropic}; {@code cache_control} of single blocks is left out. Used once.
 */
final class MessagesReader {

  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "stop_sequences",
          "temperature",
          "top_p",
          "top_k",
          "stream",
          "tools",
          "tool_choice",
          "thinking",
          "output_config",
          "metadata",
          "service_tier",
          "cache_control");

  private static final List<String> OWN =
      List.of("thinking", "output_config", "service_tier", "cache_control");

  private final Fields body;
  private final ObjectNode chat = Json.object();

  private MessagesReader(Fields body) {
    this.body = body;
  }

  /**
   * @param counts whether tokens are to be counted only, and so may have no limit
   */
  static ChatRequestReader.Reading read(JsonNode root, boolean counts) {
    try {
      Refused.orElseGo(ChatRequestReader.forbidden(root));
      return ChatRequestReader.read(new MessagesReader(Fields.of(root, "")).chat(counts));
    } catch (Refused e) {
      return new ChatRequestReader.Reading.Faulty(e.fault());
    }
  }

  private ObjectNode chat(boolean counts) {
    if (body.has("mcp_servers") || body.has("container")) {
      String name = body.has("mcp_servers") ? "mcp_servers" : "container";
      throw Refused.remote(name, "what runs at the provider is not permitted");
    }
    body.only(KNOWN);
    chat.put("model", body.needText("model"));
    chat.set("messages", messages());
    limit(counts);
    settings();
    Tools.translate(body, chat);
    Thinking.translate(body, chat);
    own();
    metadata();
    if (body.flag("stream")) {
      chat.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    return chat;
  }

  /** What only Anthropic's dialect has words for goes along for deployments that speak it. */
  private void own() {
    ObjectNode own = Json.object();
    for (String name : OWN) {
      if (body.has(name)) {
        own.set(name, body.any(name));
      }
    }
    if (!own.isEmpty()) {
      chat.set("anthropic", own);
    }
  }

  private void limit(boolean counts) {
    JsonNode most = body.integer("max_tokens").orElse(Json.object().numberNode(0));
    if (most.asLong() < 1 && !counts) {
      throw body.invalid("max_tokens", "`max_tokens` must be a whole number of at least 1");
    }
    if (most.asLong() >= 1) {
      chat.set("max_completion_tokens", most);
    }
  }

  private void settings() {
    body.number("temperature").ifPresent(it -> chat.set("temperature", it));
    body.number("top_p").ifPresent(it -> chat.set("top_p", it));
    body.integer("top_k").ifPresent(it -> chat.set("top_k", it));
    body.checked("stop_sequences", "an array of strings", MessagesReader::areTexts)
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> chat.set("stop", it));
    body.text("service_tier")
        .filter(tier -> !Set.of("auto", "standard_only").contains(tier))
        .ifPresent(
            tier -> {
              throw body.invalid("service_tier", "`service_tier` must be auto or standard_only");
            });
  }

  private static boolean areTexts(JsonNode array) {
    boolean texts = array.isArray();
    for (JsonNode item : array) {
      texts &= item.isTextual();
    }
    return texts;
  }

  private ArrayNode messages() {
    ArrayNode messages = Json.object().arrayNode();
    if (body.has("system")) {
      messages.addObject().put("role", "system").put("content", text(body, "system"));
    }
    if (body.objects("messages").isEmpty()) {
      throw body.invalid("messages", "`messages` must be an array of at least one message");
    }
    for (Fields message : body.objects("messages")) {
      Turn turn = new Turn(message.only(Set.of("role", "content")));
      switch (message.needText("role")) {
        case "user" -> turn.user(messages);
        case "assistant" -> turn.assistant(messages);
        case "system" ->
            messages.addObject().put("role", "system").put("content", text(message, "content"));
        default -> throw message.invalid("role", "`role` must be user, assistant or system");
      }
    }
    return messages;
  }

  private static String text(Fields owner, String name) {
    if (owner.any(name).isTextual()) {
      return owner.needText(name);
    }
    StringBuilder text = new StringBuilder();
    for (Fields block : owner.objects(name)) {
      if (!block.needText("type").equals("text")) {
        throw block.invalid("type", "what is told as the system is text only");
      }
      text.append(text.isEmpty() ? "" : "\n\n").append(block.needText("text"));
    }
    return text.toString();
  }

  /** The user's id is canonical; the rest says more about the request. */
  private void metadata() {
    body.object("metadata")
        .ifPresent(
            metadata -> {
              ObjectNode rest = Json.object();
              for (Map.Entry<String, JsonNode> entry : metadata.node().properties()) {
                if (entry.getKey().equals("user_id")) {
                  metadata.text("user_id").ifPresent(id -> chat.put("user", id));
                } else {
                  rest.put(entry.getKey(), metadata.needText(entry.getKey()));
                }
              }
              if (!rest.isEmpty()) {
                chat.set("metadata", rest);
              }
            });
  }
}
