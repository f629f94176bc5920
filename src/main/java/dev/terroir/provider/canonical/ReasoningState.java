package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model must see again of its own reasoning when a conversation goes on. It travels in the
 * assistant's message, and in the deltas of a stream, as an item of the array {@code
 * reasoning_state}; a caller sends the items back as they came, in their order. Makers sign it, and
 * only the models of the same maker can read it, wherever they are hosted.
 *
 * @param maker who made the model that reasoned
 * @param text the reasoning, or empty
 * @param signature its maker's proof that the text, or the call, is unchanged
 * @param redacted reasoning that only the maker can read, or empty
 * @param call the id of the tool call that this belongs to, or empty
 */
public record ReasoningState(
    String maker, String text, String signature, String redacted, String call) {

  /** The field of a message. */
  public static final String FIELD = "reasoning_state";

  /** A signed thought. */
  public static ReasoningState signed(String maker, String text, String signature) {
    return new ReasoningState(maker, text, signature, "", "");
  }

  public static ReasoningState redacted(String maker, String redacted) {
    return new ReasoningState(maker, "", "", redacted, "");
  }

  public static ReasoningState ofCall(String maker, String signature, String call) {
    return new ReasoningState(maker, "", signature, "", call);
  }

  /** Those of a message of the assistant. */
  public static List<ReasoningState> of(JsonNode message) {
    List<ReasoningState> states = new ArrayList<>();
    for (JsonNode node : message.path(FIELD)) {
      states.add(
          new ReasoningState(
              node.path("maker").asText(),
              node.path("text").asText(),
              node.path("signature").asText(),
              node.path("redacted").asText(),
              node.path("tool_call_id").asText()));
    }
    return states;
  }

  ObjectNode node() {
    ObjectNode node = Json.object().put("maker", maker);
    putUnlessEmpty(node, "text", text);
    putUnlessEmpty(node, "signature", signature);
    putUnlessEmpty(node, "redacted", redacted);
    putUnlessEmpty(node, "tool_call_id", call);
    return node;
  }

  private static void putUnlessEmpty(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }
}
