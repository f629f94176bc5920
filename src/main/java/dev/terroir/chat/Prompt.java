package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads texts out of messages. */
final class Prompt {

  private Prompt() {}

  static List<String> userTexts(JsonNode body) {
    List<String> texts = new ArrayList<>();
    JsonNode messages = body.path("messages");
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.path(i).path("role").asText().equals("user")) {
        addTexts(messages.path(i).path("content"), texts);
      }
    }
    texts.addAll(everyText(body.path("input")));
    return texts;
  }

  /** Values only; the nesting has been bounded where the body was read. */
  static List<String> everyText(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    node.forEach(child -> texts.addAll(everyText(child)));
    return texts;
  }

  private static void addTexts(JsonNode content, List<String> texts) {
    if (content.isTextual()) {
      texts.add(content.asText());
    }
    for (JsonNode part : content) {
      if (part.path("text").isTextual()) {
        texts.add(part.path("text").asText());
      }
    }
  }

  /** The messages with {@code line} behind the first one of the system, or as one before all. */
  static ArrayNode instructed(JsonNode messages, String line) {
    ArrayNode all = Json.NODES.arrayNode(messages.size() + 1);
    JsonNode first = messages.path(0);
    boolean hasSystem =
        first.path("role").asText().equals("system")
            || first.path("role").asText().equals("developer");
    if (!hasSystem) {
      all.add(Json.object().put("role", "system").put("content", line));
    }
    messages.forEach(all::add);
    if (hasSystem) {
      ObjectNode longer = Json.object();
      longer.setAll((ObjectNode) first);
      longer.set("content", appended(first.path("content"), line));
      all.set(0, longer);
    }
    return all;
  }

  private static JsonNode appended(JsonNode content, String line) {
    if (content.isArray()) {
      ArrayNode parts = Json.NODES.arrayNode(content.size() + 1);
      content.forEach(parts::add);
      return parts.add(Json.object().put("type", "text").put("text", line));
    }
    String text = content.asText("");
    return Json.NODES.textNode(text.isEmpty() ? line : text + "\n\n" + line);
  }
}
