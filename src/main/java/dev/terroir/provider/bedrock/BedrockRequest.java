package dev.terroir.provider.bedrock;

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
 * Writes a request in the shape of Converse.
 *
 * <table>
 *   <caption>What is changed, beside what {@link Fields} drops</caption>
 *   <tr><td>{@code temperature}</td><td>above 1 becomes 1</td></tr>
 *   <tr><td>{@code reasoning_effort}</td>
 *       <td>in the words of Claude or of gpt-oss; refused for other models</td></tr>
 *   <tr><td>ids of tool calls</td><td>rewritten where Bedrock would refuse them</td></tr>
 *   <tr><td>{@code tool_choice: none}</td>
 *       <td>the tools are left out; refused when the history has calls</td></tr>
 *   <tr><td>{@code response_format: json_object}</td><td>refused: a schema is needed</td></tr>
 *   <tr><td>{@code n}, {@code seed}, {@code logprobs}, penalties,
 *       {@code parallel_tool_calls: false}, ...</td><td>refused</td></tr>
 * </table>
 */
final class BedrockRequest {

  private BedrockRequest() {}

  static ObjectNode of(ObjectNode asked, String servedAs) {
    Fields.check(asked, Set.of());
    ObjectNode body = Json.object();
    Conversation conversation = Conversation.of(asked);
    if (!conversation.system().isEmpty()) {
      ArrayNode system = body.putArray("system");
      conversation.system().forEach(text -> system.addObject().put("text", text));
    }
    body.set("messages", BedrockMessages.of(conversation));
    ObjectNode inference = Json.object();
    Fields.mostTokens(asked).ifPresent(it -> inference.set("maxTokens", it));
    Fields.given(asked, "temperature")
        .ifPresent(it -> inference.set("temperature", Fields.clamped(it, 0, 1)));
    Fields.given(asked, "top_p").ifPresent(it -> inference.set("topP", it));
    List<String> stops = Fields.stops(asked);
    if (!stops.isEmpty()) {
      stops.forEach(inference.putArray("stopSequences")::add);
    }
    if (!inference.isEmpty()) {
      body.set("inferenceConfig", inference);
    }
    tools(asked, conversation, body);
    format(asked.path("response_format"), body);
    Fields.given(asked, "reasoning_effort")
        .map(JsonNode::asText)
        .ifPresent(it -> body.set("additionalModelRequestFields", effort(it, servedAs)));
    return body;
  }

  private static void tools(JsonNode asked, Conversation conversation, ObjectNode body) {
    ToolChoice choice = ToolChoice.of(asked);
    boolean none = choice instanceof ToolChoice.None;
    if (none && BedrockMessages.hasCalls(conversation)) {
      throw new Inexpressible("tool_choice", "`none` cannot be expressed after a tool was called");
    }
    if (none || asked.path("tools").isEmpty()) {
      return;
    }
    ObjectNode config = body.putObject("toolConfig");
    ArrayNode tools = config.putArray("tools");
    for (JsonNode tool : asked.path("tools")) {
      JsonNode function = tool.path("function");
      ObjectNode spec = tools.addObject().putObject("toolSpec");
      spec.put("name", function.path("name").asText());
      Fields.given(function, "description").ifPresent(it -> spec.set("description", it));
      spec.putObject("inputSchema")
          .set(
              "json",
              Fields.given(function, "parameters")
                  .orElseGet(() -> Json.object().put("type", "object")));
    }
    switch (choice) {
      case ToolChoice.Auto(), ToolChoice.None() -> {}
      case ToolChoice.Required() -> config.putObject("toolChoice").putObject("any");
      case ToolChoice.Named(var name) ->
          config.putObject("toolChoice").putObject("tool").put("name", name);
    }
  }

  private static void format(JsonNode format, ObjectNode body) {
    switch (format.path("type").asText("text")) {
      case "text" -> {}
      case "json_schema" -> {
        JsonNode schema = format.path("json_schema");
        body.putObject("outputConfig")
            .putObject("textFormat")
            .put("type", "json_schema")
            .putObject("structure")
            .putObject("jsonSchema")
            .put("name", schema.path("name").asText())
            .put("schema", Json.write(schema.path("schema")).toString());
      }
      default ->
          throw new Inexpressible(
              "response_format", "this `response_format` cannot be expressed: use `json_schema`");
    }
  }

  private static ObjectNode effort(String effort, String servedAs) {
    ObjectNode fields = Json.object();
    if (servedAs.contains("openai.")) {
      return fields.put("reasoning_effort", effort);
    }
    if (!servedAs.contains("anthropic.")) {
      throw new Inexpressible(
          "reasoning_effort", "`reasoning_effort` cannot be expressed to this model");
    }
    if (effort.equals("none")) {
      fields.putObject("thinking").put("type", "disabled");
    } else {
      fields.putObject("thinking").put("type", "adaptive");
      fields.putObject("output_config").put("effort", effort.equals("minimal") ? "low" : effort);
    }
    return fields;
  }
}
