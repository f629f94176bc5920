package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequestReader.Fault;
import dev.terroir.chat.Json;
import dev.terroir.chat.Recall;

/** A request with all that was said before it, where it refers to an earlier response. */
sealed interface Conversation {

  /**
   * @param body without the reference, and with everything in its input
   * @param input the items of that
   */
  record Whole(ObjectNode body, ArrayNode input) implements Conversation {}

  /** What is referred to is not there. */
  record Unknown(Fault fault) implements Conversation {}

  static Conversation of(ObjectNode asked, Recall recall) {
    ArrayNode input = Json.object().arrayNode();
    JsonNode previous = asked.path("previous_response_id");
    if (previous.isTextual()) {
      var before = recall.items(previous.asText());
      if (before.isEmpty()) {
        String message = "no such response is kept here, or no longer: send the whole conversation";
        return new Unknown(new Fault(Fault.Kind.NO_STORE, message, "previous_response_id"));
      }
      input.addAll(before.get());
    }
    addInput(asked.path("input"), input);
    ObjectNode body = Json.object();
    body.setAll(asked);
    if (previous.isTextual() || previous.isNull()) {
      body.remove("previous_response_id");
    }
    boolean hasInput = asked.hasNonNull("input");
    if (hasInput) {
      body.set("input", input);
    }
    return new Whole(body, input);
  }

  private static void addInput(JsonNode given, ArrayNode input) {
    if (given.isTextual()) {
      input.addObject().put("type", "message").put("role", "user").put("content", given.asText());
    } else {
      given.forEach(input::add);
    }
  }
}
