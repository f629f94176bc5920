package dev.terroir.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Conversation;
import dev.terroir.provider.canonical.Fields;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.canonical.ToolChoice;
import java.util.List;
import java.util.Set;

/**
 * Writes a request in Anthropic's shape.
 *
 * <table>
 *   <caption>What is changed, beside what {@link Fields} drops</caption>
 *   <tr><td>{@code max_completion_tokens}, {@code max_tokens}</td>
 *       <td>must be said there: {@value #MOST_TOKENS} where the caller says nothing</td></tr>
 *   <tr><td>{@code temperature}</td><td>above 1 becomes 1</td></tr>
 *   <tr><td>{@code reasoning_effort}</td>
 *       <td>{@code none} switches thinking off, any other on, as an effort; {@code minimal} is
 *       {@code low}</td></tr>
 *   <tr><td>{@code response_format: json_object}</td><td>refused: a schema is needed</td></tr>
 *   <tr><td>{@code anthropic}</td>
 *       <td>an object with what only this dialect has words for: {@code thinking}, {@code
 *       output_config}, {@code service_tier}, {@code cache_control}; has the last word</td></tr>
 *   <tr><td>{@code seed}, {@code n}, {@code logprobs}, penalties, ...</td><td>refused</td></tr>
 * </table>
 */
final class AnthropicRequest {

  static final int MOST_TOKENS = 16_384;

  private static final Set<String> SPOKEN = Set.of("top_k", "anthropic", "parallel_tool_calls");

  private static final List<String> OWN =
      List.of("thinking", "output_config", "service_tier", "cache_control");

  private AnthropicRequest() {}

  static ObjectNode of(ObjectNode asked) {
    Fields.check(asked, SPOKEN);
    ObjectNode body = Json.object();
    Fields.mostTokens(asked)
        .ifPresentOrElse(
            most -> body.set("max_tokens", most), () -> body.put("max_tokens", MOST_TOKENS));
    Conversation conversation = Conversation.of(asked);
    if (!conversation.system().isEmpty()) {
      body.put("system", String.join("\n\n", conversation.system()));
    }
    body.set("messages", AnthropicMessages.of(conversation));
    Fields.given(asked, "temperature")
        .ifPresent(it -> body.set("temperature", Fields.clamped(it, 0, 1)));
    Fields.given(asked, "top_p").ifPresent(it -> body.set("top_p", it));
    Fields.given(asked, "top_k").ifPresent(it -> body.set("top_k", it));
    List<String> stops = Fields.stops(asked);
    if (!stops.isEmpty()) {
      stops.forEach(body.putArray("stop_sequences")::add);
    }
    tools(asked, body);
    effort(asked, body);
    format(asked.path("response_format"), body);
    own(asked.path("anthropic"), body);
    return body;
  }

  /** What a caller has said in this very dialect is said as it was. */
  private static void own(JsonNode own, ObjectNode body) {
    OWN.forEach(name -> Fields.given(own, name).ifPresent(it -> body.set(name, it)));
  }

  private static void tools(JsonNode asked, ObjectNode body) {
    if (asked.path("tools").isEmpty()) {
      return;
    }
    ArrayNode tools = body.putArray("tools");
    for (JsonNode tool : asked.path("tools")) {
      JsonNode function = tool.path("function");
      ObjectNode written = tools.addObject().put("name", function.path("name").asText());
      Fields.given(function, "description").ifPresent(it -> written.set("description", it));
      written.set(
          "input_schema",
          Fields.given(function, "parameters")
              .orElseGet(() -> Json.object().put("type", "object")));
      if (function.path("strict").asBoolean()) {
        written.put("strict", true);
      }
    }
    ObjectNode choice =
        switch (ToolChoice.of(asked)) {
          case ToolChoice.Auto() -> Json.object().put("type", "auto");
          case ToolChoice.None() -> Json.object().put("type", "none");
          case ToolChoice.Required() -> Json.object().put("type", "any");
          case ToolChoice.Named(var name) -> Json.object().put("type", "tool").put("name", name);
        };
    boolean oneAtATime = !asked.path("parallel_tool_calls").asBoolean(true);
    if (oneAtATime && !choice.path("type").asText().equals("none")) {
      choice.put("disable_parallel_tool_use", true);
    }
    body.set("tool_choice", choice);
  }

  private static void effort(JsonNode asked, ObjectNode body) {
    Fields.given(asked, "reasoning_effort")
        .map(JsonNode::asText)
        .ifPresent(
            effort -> {
              if (effort.equals("none")) {
                body.putObject("thinking").put("type", "disabled");
                return;
              }
              body.putObject("thinking").put("type", "adaptive");
              body.putObject("output_config")
                  .put("effort", effort.equals("minimal") ? "low" : effort);
            });
  }

  private static void format(JsonNode format, ObjectNode body) {
    switch (format.path("type").asText("text")) {
      case "text" -> {}
      case "json_schema" ->
          body.withObjectProperty("output_config")
              .putObject("format")
              .put("type", "json_schema")
              .set("schema", format.path("json_schema").path("schema"));
      default ->
          throw new Inexpressible(
              "response_format", "this `response_format` cannot be expressed: use `json_schema`");
    }
  }
}
