package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.chat.Json;

/** Writes items of the output. */
final class Item {

  private Item() {}

  /**
   * @param states what the model must see again, which travels sealed
   */
  static ObjectNode reasoning(String id, String text, JsonNode states) {
    ObjectNode item = Json.object().put("id", id).put("type", "reasoning");
    ArrayNode summary = item.putArray("summary");
    if (!text.isEmpty()) {
      summary.add(summaryPart(text));
    }
    return states.isEmpty() ? item : item.put("encrypted_content", ReasoningStates.seal(states));
  }

  static ObjectNode summaryPart(String text) {
    return Json.object().put("type", "summary_text").put("text", text);
  }

  static ObjectNode message(String id, String text, String refusal) {
    ObjectNode item = begun(id).put("status", "completed");
    ArrayNode content = item.putArray("content");
    if (!text.isEmpty()) {
      content.add(textPart(text));
    }
    if (!refusal.isEmpty()) {
      content.add(refusalPart(refusal));
    }
    return item;
  }

  private static ObjectNode begun(String id) {
    return Json.object().put("id", id).put("type", "message").put("role", "assistant");
  }

  /** A message of which nothing has come yet. */
  static ObjectNode emptyMessage(String id) {
    ObjectNode item = begun(id).put("status", "in_progress");
    item.putArray("content");
    return item;
  }

  static ObjectNode textPart(String text) {
    ObjectNode part = Json.object().put("type", "output_text").put("text", text);
    part.putArray("annotations");
    part.putArray("logprobs");
    return part;
  }

  static ObjectNode refusalPart(String refusal) {
    return Json.object().put("type", "refusal").put("refusal", refusal);
  }

  /** A call whose arguments have not come yet. */
  static ObjectNode call(String id, String call, String name) {
    return Json.object()
        .put("id", id)
        .put("type", "function_call")
        .put("status", "in_progress")
        .put("call_id", call)
        .put("name", name)
        .put("arguments", "");
  }

  /** A call without arguments has an empty object for them. */
  static ObjectNode called(ObjectNode call, String arguments) {
    return call.put("status", "completed").put("arguments", arguments.isBlank() ? "{}" : arguments);
  }
}
