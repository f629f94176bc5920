package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.Json;
import java.util.List;

/** The tools of a request, and how they are to be chosen. */
final class FunctionTools {

  private FunctionTools() {}

  static void translate(Fields body, ObjectNode chat) {
    ArrayNode tools = Json.object().arrayNode();
    for (Fields tool : body.objects("tools")) {
      tools.add(tool(tool));
    }
    if (!tools.isEmpty()) {
      chat.set("tools", tools);
    }
    if (body.any("tool_choice").isTextual()) {
      body.copy("tool_choice", chat, "tool_choice");
    } else {
      body.object("tool_choice").ifPresent(choice -> named(choice, chat));
    }
  }

  private static ObjectNode tool(Fields tool) {
    if (!tool.needText("type").equals("function")) {
      throw Refused.remote(
          tool.path("type"),
          "tools that run at the provider are not permitted: only `function` is");
    }
    ObjectNode function = Json.object().put("name", tool.needText("name"));
    List.of("description", "parameters", "strict").forEach(name -> tool.copy(name, function, name));
    return Json.object().put("type", "function").set("function", function);
  }

  private static void named(Fields choice, ObjectNode chat) {
    if (!choice.needText("type").equals("function")) {
      throw choice.invalid("type", "`type` must be function");
    }
    chat.putObject("tool_choice")
        .put("type", "function")
        .putObject("function")
        .put("name", choice.needText("name"));
  }
}
