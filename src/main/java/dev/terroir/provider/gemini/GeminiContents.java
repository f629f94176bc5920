package dev.terroir.provider.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Conversation;
import dev.terroir.provider.canonical.Fields;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.canonical.Part;
import dev.terroir.provider.canonical.ReasoningState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes turns as contents. A signature stands on the part that it came with: on its call, or on an
 * empty text where it came with what the model said.
 */
final class GeminiContents {

  private GeminiContents() {}

  static ArrayNode of(Conversation conversation) {
    ArrayNode contents = Json.object().arrayNode();
    for (Conversation.Turn turn : conversation.turns()) {
      ArrayNode parts =
          contents.addObject().put("role", turn.isAssistant() ? "model" : "user").putArray("parts");
      Map<String, String> signatures = new HashMap<>();
      turn.parts().forEach(part -> write(part, parts, signatures));
    }
    return contents;
  }

  private static void write(Part part, ArrayNode parts, Map<String, String> signatures) {
    switch (part) {
      case Part.Text(var text) -> parts.addObject().put("text", text);
      case Part.Media(var type, var base64, var param) ->
          parts.addObject().putObject("inlineData").put("mimeType", type).put("data", base64);
      case Part.Use(var id, var name, var arguments) -> {
        ObjectNode written = parts.addObject();
        written.putObject("functionCall").put("name", name).set("args", arguments);
        Optional.ofNullable(signatures.get(id))
            .ifPresent(signature -> written.put("thoughtSignature", signature));
      }
      case Part.Result result -> parts.add(result(result));
      case Part.Thought(var state) -> thought(state, parts, signatures);
    }
  }

  private static void thought(
      ReasoningState state, ArrayNode parts, Map<String, String> signatures) {
    if (!state.call().isEmpty()) {
      signatures.put(state.call(), state.signature());
    } else if (!state.signature().isEmpty()) {
      parts.addObject().put("text", "").put("thoughtSignature", state.signature());
    }
  }

  private static ObjectNode result(Part.Result result) {
    if (result.name().isEmpty()) {
      throw new Inexpressible(
          "messages", "the result of the tool call `" + result.id() + "` has no call before it");
    }
    ObjectNode written = Json.object();
    ObjectNode response = written.putObject("functionResponse").put("name", result.name());
    boolean isObject = result.text().stripLeading().startsWith("{");
    response.set(
        "response",
        Fields.object(result.text())
            .filter(it -> isObject)
            .orElseGet(() -> Json.object().put("output", result.text())));
    return written;
  }
}
