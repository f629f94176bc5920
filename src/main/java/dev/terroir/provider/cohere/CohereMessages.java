package dev.terroir.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Fields;
import dev.terroir.provider.canonical.Inexpressible;

/** Writes messages, whose shape is nearly OpenAI's. */
final class CohereMessages {

  private CohereMessages() {}

  static ArrayNode of(JsonNode messages) {
    ArrayNode written = Json.object().arrayNode();
    for (int i = 0; i < messages.size(); i++) {
      written.add(message(messages.path(i), "messages[" + i + "]"));
    }
    return written;
  }

  private static ObjectNode message(JsonNode message, String at) {
    String role = message.path("role").asText();
    if (role.equals("function") || Fields.given(message, "function_call").isPresent()) {
      throw new Inexpressible(at, "functions cannot be expressed: use `tools`");
    }
    ObjectNode written = Json.object().put("role", role.equals("developer") ? "system" : role);
    boolean calls = !message.path("tool_calls").isEmpty();
    Fields.given(message, "content")
        .filter(content -> !content.isEmpty() || !content.asText().isEmpty())
        .ifPresent(content -> content(content, calls, at, written));
    if (calls) {
      written.set("tool_calls", message.path("tool_calls"));
    }
    Fields.given(message, "tool_call_id").ifPresent(it -> written.set("tool_call_id", it));
    return written;
  }

  /** What is said before tools are called has a field of its own there. */
  private static void content(JsonNode content, boolean plan, String at, ObjectNode written) {
    if (plan) {
      StringBuilder text = new StringBuilder(content.asText());
      content.forEach(part -> text.append(part.path("text").asText()));
      written.put("tool_plan", text.toString());
    } else if (content.isTextual()) {
      written.set("content", content);
    } else {
      ArrayNode parts = written.putArray("content");
      for (int i = 0; i < content.size(); i++) {
        parts.add(part(content.path(i), at + ".content[" + i + "]"));
      }
    }
  }

  private static ObjectNode part(JsonNode part, String at) {
    ObjectNode written = Json.object();
    return switch (part.path("type").asText()) {
      case "text" -> written.put("type", "text").put("text", part.path("text").asText());
      case "refusal" -> written.put("type", "text").put("text", part.path("refusal").asText());
      case "image_url" -> {
        written
            .put("type", "image_url")
            .putObject("image_url")
            .set("url", part.path("image_url").path("url"));
        yield written;
      }
      default -> throw new Inexpressible(at, "this part of the content cannot be expressed");
    };
  }
}
