package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.chat.WholePairs;
import io.vertx.core.buffer.Buffer;

/** Reads canonical answers, leniently where servers differ. */
public final class Canonical {

  private Canonical() {}

  /**
   * The object that {@code json} is; an empty one where it is none. Half of a surrogate pair in it
   * is U+FFFD: what stands beside it is not lost with it.
   */
  public static ObjectNode object(Buffer json) {
    if (StrictJson.read(json) instanceof StrictJson.Reading.Document(ObjectNode root)) {
      return root;
    }
    return StrictJson.readPiece(json) instanceof StrictJson.Reading.Document(ObjectNode root)
        ? WholePairs.in(root)
        : Json.object();
  }

  /** The first alternative, or only alternative, of an answer. */
  public static JsonNode choice(JsonNode root) {
    for (JsonNode choice : root.path("choices")) {
      if (choice.path("index").asInt(0) == 0) {
        return choice;
      }
    }
    return Json.object();
  }

  /** A text of a message or a delta; empty where there is none. */
  public static String text(JsonNode owner, String name) {
    JsonNode value = owner.path(name);
    if (value.isArray()) {
      StringBuilder text = new StringBuilder();
      value.forEach(part -> text.append(text(part, "text")));
      return text.toString();
    }
    return value.isTextual() ? value.asText() : "";
  }

  /** What a model says of its reasoning, under either of the names that are in use. */
  public static String reasoning(JsonNode owner) {
    String text = text(owner, "reasoning_content");
    return text.isEmpty() ? text(owner, "reasoning") : text;
  }
}
