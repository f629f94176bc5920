package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The parts of a content, which may be written as one text. */
final class Parts {

  private Parts() {}

  /** A copy; none where {@code content} says nothing. */
  static ArrayNode of(JsonNode content) {
    ArrayNode parts = Json.NODES.arrayNode();
    content.forEach(parts::add);
    if (content.isTextual() && !content.asText().isEmpty()) {
      parts.addObject().put("type", "text").put("text", content.asText());
    }
    return parts;
  }

  /** Puts {@code first} before what a field holds, but behind the thoughts that led to it. */
  static void first(ObjectNode owner, String field, ArrayNode first) {
    ArrayNode parts = of(owner.path(field));
    int at = behindThoughts(parts);
    for (JsonNode part : first) {
      parts.insert(at++, part);
    }
    owner.set(field, parts);
  }

  private static int behindThoughts(ArrayNode parts) {
    int at = 0;
    while (at < parts.size() && isThought(parts.path(at))) {
      at++;
    }
    return at;
  }

  static boolean isThought(JsonNode part) {
    return part.path("type").asText().equals(AnswerPlace.Thought.TYPE);
  }
}
