package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.Json;

/** The tools of a request, and how they are to be chosen. */
final class Tools {

  private Tools() {}

  static void translate(Fields body, ObjectNode chat) {
    ArrayNode tools = Json.object().arrayNode();
    body.objects("tools").forEach(tool -> tools.add(tool(tool)));
    if (!tools.isEmpty()) {
      chat.set("tools", tools);
    }
    body.object("tool_choice").ifPresent(choice -> choice(choice, chat));
  }

  private static ObjectNode tool(Fields tool) {
    String type = tool.text("type").orElse("custom");
    if (!type.equals("custom")) {
      throw Refused.remote(
          tool.path("type"), "tools of the provider's own are not permitted: only `custom` is");
    }
    ObjectNode function = Json.object().put("name", tool.needText("name"));
    tool.text("description").ifPresent(it -> function.put("description", it));
    function.set(
        "parameters",
        tool.object("input_schema")
            .orElseThrow(() -> tool.missing("input_schema", "a JSON Schema"))
            .node());
    if (tool.flag("strict")) {
      function.put("strict", true);
    }
    return Json.object().put("type", "function").set("function", function);
  }

  private static void choice(Fields choice, ObjectNode chat) {
    switch (choice.needText("type")) {
      case "auto" -> chat.put("tool_choice", "auto");
      case "any" -> chat.put("tool_choice", "required");
      case "none" -> chat.put("tool_choice", "none");
      case "tool" ->
          chat.putObject("tool_choice")
              .put("type", "function")
              .putObject("function")
              .put("name", choice.needText("name"));
      default -> throw choice.invalid("type", "`type` must be auto, any, tool or none");
    }
    if (choice.flag("disable_parallel_tool_use")) {
      chat.put("parallel_tool_calls", false);
    }
  }
}
