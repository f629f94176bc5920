package dev.terroir.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Fields;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.canonical.ToolChoice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a request in Cohere's shape.
 *
 * <table>
 *   <caption>What is changed, beside what {@link Fields} drops</caption>
 *   <tr><td>{@code top_p}</td><td>kept within 0.01 and 0.99</td></tr>
 *   <tr><td>{@code tool_choice} with a name</td><td>that tool alone is offered, and required</td></tr>
 *   <tr><td>{@code reasoning_effort}</td>
 *       <td>{@code none} switches thinking off, low and medium are budgets</td></tr>
 *   <tr><td>{@code reasoning_content} in the history</td><td>dropped: it is not read there</td></tr>
 *   <tr><td>a penalty below 0 or above 1, {@code n}, {@code logprobs},
 *       {@code parallel_tool_calls: false}, a format together with tools, ...</td>
 *       <td>refused</td></tr>
 * </table>
 */
final class CohereRequest {

  private static final Set<String> SPOKEN = Set.of("seed", "presence_penalty", "frequency_penalty");

  private static final Map<String, Integer> BUDGETS =
      Map.of("minimal", 1024, "low", 1024, "medium", 8192);

  private CohereRequest() {}

  static ObjectNode of(ObjectNode asked) {
    Fields.check(asked, SPOKEN);
    ObjectNode body = Json.object();
    body.set("messages", CohereMessages.of(asked.path("messages")));
    Fields.mostTokens(asked).ifPresent(it -> body.set("max_tokens", it));
    for (String same : List.of("temperature", "seed")) {
      Fields.given(asked, same).ifPresent(it -> body.set(same, it));
    }
    Fields.given(asked, "top_p").ifPresent(it -> body.set("p", Fields.clamped(it, 0.01, 0.99)));
    for (String penalty : List.of("presence_penalty", "frequency_penalty")) {
      Fields.given(asked, penalty).ifPresent(it -> body.set(penalty, penalty(penalty, it)));
    }
    List<String> stops = Fields.stops(asked);
    if (!stops.isEmpty()) {
      stops.forEach(body.putArray("stop_sequences")::add);
    }
    tools(asked, body);
    format(asked, body);
    effort(asked, body);
    return body;
  }

  private static JsonNode penalty(String name, JsonNode value) {
    if (value.asDouble() < 0 || value.asDouble() > 1) {
      throw new Inexpressible(name, "`" + name + "` can only be expressed from 0 to 1");
    }
    return value;
  }

  private static void tools(JsonNode asked, ObjectNode body) {
    if (asked.path("tools").isEmpty()) {
      return;
    }
    ToolChoice choice = ToolChoice.of(asked);
    ArrayNode tools = body.putArray("tools");
    for (JsonNode tool : asked.path("tools")) {
      JsonNode function = tool.path("function");
      boolean offered =
          !(choice instanceof ToolChoice.Named(var name))
              || name.equals(function.path("name").asText());
      if (offered) {
        tools.add(function(function));
      }
    }
    switch (choice) {
      case ToolChoice.Auto() -> {}
      case ToolChoice.None() -> body.put("tool_choice", "NONE");
      case ToolChoice.Required() -> body.put("tool_choice", "REQUIRED");
      case ToolChoice.Named(var name) -> body.put("tool_choice", "REQUIRED");
    }
  }

  private static ObjectNode function(JsonNode asked) {
    ObjectNode tool = Json.object().put("type", "function");
    ObjectNode function = tool.putObject("function").put("name", asked.path("name").asText());
    Fields.given(asked, "description").ifPresent(it -> function.set("description", it));
    function.set(
        "parameters",
        Fields.given(asked, "parameters").orElseGet(() -> Json.object().put("type", "object")));
    return tool;
  }

  private static void format(JsonNode asked, ObjectNode body) {
    JsonNode format = asked.path("response_format");
    String type = format.path("type").asText("text");
    if (!type.equals("text") && body.has("tools")) {
      throw new Inexpressible("response_format", "a format cannot be expressed beside tools");
    }
    switch (type) {
      case "text" -> {}
      case "json_object" -> body.putObject("response_format").put("type", "json_object");
      case "json_schema" ->
          body.putObject("response_format")
              .put("type", "json_object")
              .set("json_schema", format.path("json_schema").path("schema"));
      default ->
          throw new Inexpressible("response_format", "this `response_format` cannot be expressed");
    }
  }

  private static void effort(JsonNode asked, ObjectNode body) {
    Fields.given(asked, "reasoning_effort")
        .map(JsonNode::asText)
        .ifPresent(
            effort -> {
              ObjectNode thinking = body.putObject("thinking");
              thinking.put("type", effort.equals("none") ? "disabled" : "enabled");
              if (BUDGETS.containsKey(effort)) {
                thinking.put("token_budget", BUDGETS.getOrDefault(effort, 0));
              }
            });
  }
}
