package dev.terroir.provider.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.simulator.SimulatedAnswer.ToolCall;
import java.util.Optional;

/** Decides whether the simulator calls a tool, and with which arguments. */
final class ToolChoice {

  private ToolChoice() {}

  static Optional<ToolCall> of(JsonNode body) {
    JsonNode choice = body.path("tool_choice");
    JsonNode last = body.path("messages").path(body.path("messages").size() - 1);
    boolean demanded = choice.isObject() || choice.asText().equals("required");
    if (choice.asText().equals("none") || last.path("role").asText().equals("tool")) {
      return Optional.empty();
    }
    for (JsonNode tool : body.path("tools")) {
      JsonNode function = tool.path("function");
      String name = function.path("name").asText();
      String wanted = choice.path("function").path("name").asText(name);
      boolean mentioned = last.path("content").asText().contains(name);
      if (wanted.equals(name) && (demanded || mentioned)) {
        String arguments = Json.write(example(function.path("parameters"))).toString();
        return Optional.of(new ToolCall(name, arguments));
      }
    }
    return Optional.empty();
  }

  /** The smallest value that fits {@code schema}, roughly. */
  private static JsonNode example(JsonNode schema) {
    if (!schema.path("enum").isEmpty()) {
      return schema.path("enum").path(0);
    }
    return switch (schema.path("type").asText("object")) {
      case "string" -> Json.object().textNode("example");
      case "integer", "number" -> Json.object().numberNode(1);
      case "boolean" -> Json.object().booleanNode(true);
      case "array" -> Json.object().arrayNode().add(example(schema.path("items")));
      default -> exampleObject(schema);
    };
  }

  private static ObjectNode exampleObject(JsonNode schema) {
    ObjectNode object = Json.object();
    for (JsonNode name : schema.path("required")) {
      object.set(name.asText(), example(schema.path("properties").path(name.asText())));
    }
    return object;
  }
}
