package dev.terroir.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.ReasoningState;

/**
 * Leaves out what other dialects put into the history for models of their own: a server of this
 * dialect has nothing to read it with, and a strict one refuses a field that it does not know.
 */
final class WithoutState {

  /** What a caller has said in Anthropic's dialect, for deployments that speak it. */
  private static final String OF_ANOTHER = "anthropic";

  private WithoutState() {}

  static ChatRequest of(ChatRequest request) {
    JsonNode messages = request.body().path("messages");
    boolean any = request.body().has(OF_ANOTHER);
    for (JsonNode message : messages) {
      any |= message.has(ReasoningState.FIELD);
    }
    if (!any) {
      return request;
    }
    ObjectNode body = Json.object();
    body.setAll(request.body());
    body.remove(OF_ANOTHER);
    ArrayNode rest = body.putArray("messages");
    messages.forEach(message -> rest.add(without(message)));
    return new ChatRequest(
        body,
        request.model(),
        request.stream(),
        request.wantsUsage(),
        request.needs(),
        request.metadata());
  }

  private static JsonNode without(JsonNode message) {
    if (!(message instanceof ObjectNode object) || !object.has(ReasoningState.FIELD)) {
      return message;
    }
    ObjectNode rest = Json.object();
    rest.setAll(object);
    rest.remove(ReasoningState.FIELD);
    return rest;
  }
}
