package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.chat.Json;
import java.util.List;

/**
 * Writes the object of a response: what was asked for is in it, as it was asked.
 *
 * @param exchange makes its ids
 * @param asked the body of the request
 * @param kept whether it can be referred to later
 */
record Response(String exchange, JsonNode asked, boolean kept) {

  private static final List<String> ECHOED =
      List.of(
          "instructions",
          "max_output_tokens",
          "temperature",
          "top_p",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "text",
          "reasoning",
          "metadata",
          "previous_response_id");

  /** Without output; {@code status} is as given. */
  ObjectNode head(String model, long created, String status) {
    ObjectNode head =
        Json.object()
            .put("id", "resp_" + exchange)
            .put("object", "response")
            .put("created_at", created)
            .put("status", status)
            .put("background", false)
            .put("model", model);
    head.putNull("error").putNull("incomplete_details").putNull("previous_response_id");
    head.putNull("instructions").putNull("max_output_tokens");
    head.put("temperature", 1.0).put("top_p", 1.0).put("parallel_tool_calls", true);
    head.put("tool_choice", "auto").put("truncation", "disabled").put("store", kept);
    head.putArray("tools");
    head.putObject("text").putObject("format").put("type", "text");
    head.putObject("reasoning").putNull("effort").putNull("summary");
    head.putObject("metadata");
    for (String name : ECHOED) {
      if (asked.hasNonNull(name)) {
        head.set(name, asked.path(name));
      }
    }
    head.putArray("output");
    head.putNull("usage");
    return head;
  }

  String itemId(String kind, int index) {
    return kind + "_" + exchange + "_" + index;
  }

  ObjectNode whole(JsonNode answer) {
    JsonNode choice = Canonical.choice(answer);
    JsonNode said = choice.path("message");
    ArrayNode output = Json.object().arrayNode();
    String reasoning = Canonical.reasoning(said);
    JsonNode states = said.path(ReasoningStates.FIELD);
    if (!reasoning.isEmpty() || !states.isEmpty()) {
      output.add(Item.reasoning(itemId("rs", 0), reasoning, states));
    }
    String text = Canonical.text(said, "content");
    String refusal = Canonical.text(said, "refusal");
    if (!text.isEmpty() || !refusal.isEmpty()) {
      output.add(Item.message(itemId("msg", output.size()), text, refusal));
    }
    for (JsonNode call : said.path("tool_calls")) {
      JsonNode function = call.path("function");
      ObjectNode item =
          Item.call(
              itemId("fc", output.size()),
              call.path("id").asText(),
              function.path("name").asText());
      output.add(Item.called(item, function.path("arguments").asText()));
    }
    long created = answer.path("created").asLong();
    ObjectNode response = head(answer.path("model").asText(), created, "completed");
    response.set("output", output);
    return ended(response, choice.path("finish_reason").asText(), answer);
  }

  /** Says how it ended, and what it cost. */
  ObjectNode ended(ObjectNode response, String finish, JsonNode answer) {
    String reason =
        switch (finish) {
          case "length" -> "max_output_tokens";
          case "content_filter" -> "content_filter";
          default -> "";
        };
    if (!reason.isEmpty()) {
      response.put("status", "incomplete");
      response.putObject("incomplete_details").put("reason", reason);
    }
    JsonNode usage = answer.path("usage");
    if (usage.isObject()) {
      response.set("usage", usage(usage));
    }
    if (answer.has("terroir")) {
      response.set("terroir", answer.path("terroir"));
    }
    return response;
  }

  private static ObjectNode usage(JsonNode usage) {
    long input = Math.max(0, usage.path("prompt_tokens").asLong());
    long output = Math.max(0, usage.path("completion_tokens").asLong());
    ObjectNode written = Json.object().put("input_tokens", input);
    written
        .putObject("input_tokens_details")
        .put("cached_tokens", usage.path("prompt_tokens_details").path("cached_tokens").asLong());
    written.put("output_tokens", output);
    JsonNode details = usage.path("completion_tokens_details");
    written
        .putObject("output_tokens_details")
        .put("reasoning_tokens", details.path("reasoning_tokens").asLong());
    return written.put("total_tokens", input + output);
  }
}
