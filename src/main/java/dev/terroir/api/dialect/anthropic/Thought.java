package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.chat.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of thinking. What another maker has signed is sealed into the signature, so that it comes
 * back as it was and is understood again.
 *
 * @param isRedacted whether only its maker can read it; the signature is its data then
 */
record Thought(String text, String signature, boolean isRedacted) {

  private static final String MAKER = "anthropic";

  /** Those of a whole message. */
  static List<Thought> of(JsonNode message) {
    List<Thought> thoughts = new ArrayList<>();
    boolean told = false;
    for (JsonNode item : message.path(ReasoningStates.FIELD)) {
      Thought thought = ofItem(item);
      thoughts.add(thought);
      told |= !thought.text.isEmpty();
    }
    String reasoning = Canonical.reasoning(message);
    if (!told && !reasoning.isEmpty()) {
      thoughts.addFirst(new Thought(reasoning, "", false));
    }
    return thoughts;
  }

  static Thought ofItem(JsonNode item) {
    boolean own = item.path("maker").asText().equals(MAKER) && !item.has("tool_call_id");
    String redacted = item.path("redacted").asText();
    String text = item.path("text").asText();
    if (!own) {
      ArrayNode sealed = Json.object().arrayNode().add(item);
      return new Thought(text, ReasoningStates.seal(sealed), false);
    }
    return redacted.isEmpty()
        ? new Thought(text, item.path("signature").asText(), false)
        : new Thought("", redacted, true);
  }

  ObjectNode block() {
    return isRedacted
        ? Json.object().put("type", "redacted_thinking").put("data", signature)
        : Json.object().put("type", "thinking").put("thinking", text).put("signature", signature);
  }
}
