package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
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
}
