package dev.terroir.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Conversation;
import dev.terroir.provider.canonical.Fields;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.canonical.ToolChoice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a request in Gemini's shape.
 *
 * <table>
 *   <caption>What is changed, beside what {@link Fields} drops</caption>
 *   <tr><td>{@code reasoning_effort}</td>
 *       <td>a level, or a budget for Gemini 2; above {@code high} is {@code high}; {@code none} is
 *       refused where thinking cannot be switched off</td></tr>
 *   <tr><td>{@code tools[].function.strict}</td><td>dropped: schemas are always followed</td></tr>
 *   <tr><td>ids of tool calls</td><td>results are matched by name and order</td></tr>
 *   <tr><td>{@code n}, {@code logprobs}, {@code logit_bias}, {@code parallel_tool_calls: false},
 *       ...</td><td>refused</td></tr>
 * </table>
 */
final class GeminiRequest {

  private static final Set<String> SPOKEN = Set.of("seed", "presence_penalty", "frequency_penalty");

  private static final List<Map.Entry<String, String>> RENAMED =
      List.of(
          Map.entry("temperature", "temperature"),
          Map.entry("top_p", "topP"),
          Map.entry("seed", "seed"),
          Map.entry("presence_penalty", "presencePenalty"),
          Map.entry("frequency_penalty", "frequencyPenalty"));

  /** As Google's own interface in OpenAI's shape counts them. */
  private static final Map<String, Integer> BUDGETS =
      Map.of("none", 0, "minimal", 1024, "low", 1024, "medium", 8192);

  private static final int LARGEST_BUDGET = 24_576;

  private GeminiRequest() {}

  static ObjectNode of(ObjectNode asked, String servedAs) {
    Fields.check(asked, SPOKEN);
    ObjectNode body = Json.object();
    Conversation conversation = Conversation.of(asked);
    if (!conversation.system().isEmpty()) {
      ArrayNode parts = body.putObject("systemInstruction").putArray("parts");
      conversation.system().forEach(text -> parts.addObject().put("text", text));
    }
    body.set("contents", GeminiContents.of(conversation));
    tools(asked, body);
    ObjectNode generation = Json.object();
    for (Map.Entry<String, String> field : RENAMED) {
      Fields.given(asked, field.getKey()).ifPresent(it -> generation.set(field.getValue(), it));
    }
    Fields.mostTokens(asked).ifPresent(most -> generation.set("maxOutputTokens", most));
    List<String> stops = Fields.stops(asked);
    if (!stops.isEmpty()) {
      stops.forEach(generation.putArray("stopSequences")::add);
    }
    format(asked.path("response_format"), generation);
    effort(asked, servedAs, generation);
    if (!generation.isEmpty()) {
      body.set("generationConfig", generation);
    }
    return body;
  }

  private static void tools(JsonNode asked, ObjectNode body) {
    if (asked.path("tools").isEmpty()) {
      return;
    }
    ArrayNode declarations = body.putArray("tools").addObject().putArray("functionDeclarations");
    for (JsonNode tool : asked.path("tools")) {
      JsonNode function = tool.path("function");
      ObjectNode declared = declarations.addObject().put("name", function.path("name").asText());
      Fields.given(function, "description").ifPresent(it -> declared.set("description", it));
      Fields.given(function, "parameters")
          .ifPresent(it -> declared.set("parametersJsonSchema", it));
    }
    ObjectNode calling = body.putObject("toolConfig").putObject("functionCallingConfig");
    switch (ToolChoice.of(asked)) {
      case ToolChoice.Auto() -> calling.put("mode", "AUTO");
      case ToolChoice.None() -> calling.put("mode", "NONE");
      case ToolChoice.Required() -> calling.put("mode", "ANY");
      case ToolChoice.Named(var name) ->
          calling.put("mode", "ANY").putArray("allowedFunctionNames").add(name);
    }
  }

  private static void format(JsonNode format, ObjectNode generation) {
    switch (format.path("type").asText("text")) {
      case "text" -> {}
      case "json_object" -> generation.put("responseMimeType", "application/json");
      case "json_schema" ->
          generation
              .put("responseMimeType", "application/json")
              .set("responseJsonSchema", format.path("json_schema").path("schema"));
      default ->
          throw new Inexpressible("response_format", "this `response_format` cannot be expressed");
    }
  }

  private static void effort(JsonNode asked, String servedAs, ObjectNode generation) {
    Fields.given(asked, "reasoning_effort")
        .map(JsonNode::asText)
        .ifPresent(effort -> generation.set("thinkingConfig", thinking(effort, servedAs)));
  }

  private static ObjectNode thinking(String effort, String servedAs) {
    ObjectNode thinking = Json.object().put("includeThoughts", !effort.equals("none"));
    if (servedAs.startsWith("gemini-2")) {
      return thinking.put("thinkingBudget", BUDGETS.getOrDefault(effort, LARGEST_BUDGET));
    }
    return thinking.put(
        "thinkingLevel",
        switch (effort) {
          case "minimal" -> "MINIMAL";
          case "low" -> "LOW";
          case "medium" -> "MEDIUM";
          case "high", "xhigh", "max" -> "HIGH";
          default ->
              throw new Inexpressible(
                  "reasoning_effort", "the `reasoning_effort` of this model cannot be " + effort);
        });
  }
}
