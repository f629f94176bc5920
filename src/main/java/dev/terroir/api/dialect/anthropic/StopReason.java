package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why a message ends. */
final class StopReason {

  private StopReason() {}

  /**
   * Writes {@code stop_reason} and {@code stop_sequence}, which is known where the server says it.
   *
   * @param calls whether a tool is called, whatever the server gives for a reason
   */
  static void write(ObjectNode owner, JsonNode choice, boolean calls) {
    JsonNode sequence = choice.path("stop_reason");
    String finish = choice.path("finish_reason").asText();
    if (sequence.isTextual() && finish.equals("stop") && !calls) {
      owner.put("stop_reason", "stop_sequence").set("stop_sequence", sequence);
    } else {
      owner.put("stop_reason", word(finish, calls)).putNull("stop_sequence");
    }
  }

  private static String word(String finish, boolean calls) {
    return switch (finish) {
      case "length" -> "max_tokens";
      case "content_filter" -> "refusal";
      default -> calls ? "tool_use" : "end_turn";
    };
  }
}
