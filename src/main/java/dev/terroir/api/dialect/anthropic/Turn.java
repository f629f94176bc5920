package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.Json;
import java.util.List;
import java.util.Locale;

/** What one side said, block by block. Used once. */
final class Turn {

  private static final String MAKER = "anthropic";

  private final Fields message;
  private final ArrayNode results = Json.object().arrayNode();
  private final ArrayNode parts = Json.object().arrayNode();
  private final ArrayNode calls = Json.object().arrayNode();
  private final ArrayNode states = Json.object().arrayNode();
  private final StringBuilder reasoning = new StringBuilder();

  Turn(Fields message) {
    this.message = message;
  }

  /** The content's blocks; nothing where it is a string. */
  private List<Fields> blocks() {
    if (!message.has("content")) {
      throw message.missing("content", "a string or an array of blocks");
    }
    return message.any("content").isTextual() ? List.of() : message.objects("content");
  }

  /** Results of tools come first, as messages of their own, in the order in which they stand. */
  void user(ArrayNode messages) {
    if (message.any("content").isTextual()) {
      messages.addObject().put("role", "user").put("content", message.needText("content"));
      return;
    }
    for (Fields block : blocks()) {
      switch (block.needText("type")) {
        case "text" -> parts.add(Blocks.text(block));
        case "image" -> parts.add(Blocks.image(block));
        case "document" -> parts.add(Blocks.document(block));
        case "tool_result" -> result(block);
        default -> throw unsupported(block);
      }
    }
    messages.addAll(results);
    if (!parts.isEmpty()) {
      messages.addObject().put("role", "user").set("content", parts);
    }
  }

  private void result(Fields block) {
    String id = block.needText("tool_use_id");
    StringBuilder text = new StringBuilder();
    if (block.any("content").isTextual()) {
      text.append(block.needText("content"));
    } else {
      for (Fields inner : block.objects("content")) {
        switch (inner.needText("type")) {
          case "text" -> text.append(text.isEmpty() ? "" : "\n").append(inner.needText("text"));
          case "image" -> {
            ObjectNode about = parts.addObject().put("type", "text");
            // between backticks, so that it is not taken for the user's own language
            about.put("text", "`Image in the result of the tool call " + id + ":`");
            parts.add(Blocks.image(inner));
          }
          case "document" ->
              text.append(text.isEmpty() ? "" : "\n")
                  .append(Blocks.document(inner).path("text").asText());
          default -> throw unsupported(inner);
        }
      }
    }
    if (block.flag("is_error") && !text.toString().toLowerCase(Locale.ROOT).startsWith("error")) {
      text.insert(0, "Error: ");
    }
    results.addObject().put("role", "tool").put("tool_call_id", id).put("content", text.toString());
  }

  void assistant(ArrayNode messages) {
    ObjectNode said = messages.addObject().put("role", "assistant");
    StringBuilder text = new StringBuilder();
    if (message.any("content").isTextual()) {
      text.append(message.needText("content"));
    }
    for (Fields block : blocks()) {
      switch (block.needText("type")) {
        case "text" -> text.append(block.needText("text"));
        case "tool_use" -> calls.add(call(block));
        case "thinking" -> thinking(block);
        case "redacted_thinking" -> redacted(block);
        default -> throw unsupported(block);
      }
    }
    if (text.isEmpty() && !calls.isEmpty()) {
      said.putNull("content");
    } else {
      said.put("content", text.toString());
    }
    setUnlessEmpty(said, "tool_calls", calls);
    setUnlessEmpty(said, ReasoningStates.FIELD, states);
    if (!reasoning.isEmpty()) {
      said.put("reasoning_content", reasoning.toString());
    }
  }

  private static void setUnlessEmpty(ObjectNode said, String name, ArrayNode items) {
    if (!items.isEmpty()) {
      said.set(name, items);
    }
  }

  private static ObjectNode call(Fields block) {
    ObjectNode call = Json.object().put("id", block.needText("id")).put("type", "function");
    Fields input = block.object("input").orElseThrow(() -> block.missing("input", "an object"));
    call.putObject("function")
        .put("name", block.needText("name"))
        .put("arguments", Json.write(input.node()).toString());
    return call;
  }

  /** A signed thought goes back as it came; one that nobody signed is reasoning and no more. */
  private void thinking(Fields block) {
    String text = block.needText("thinking");
    String signature = block.text("signature").orElse("");
    ReasoningStates.open(signature)
        .ifPresentOrElse(
            states::addAll,
            () -> {
              if (signature.isEmpty()) {
                reasoning.append(text);
              } else {
                ObjectNode state = ReasoningStates.item(MAKER).put("text", text);
                states.add(state.put("signature", signature));
              }
            });
  }

  private void redacted(Fields block) {
    String data = block.needText("data");
    ReasoningStates.open(data)
        .ifPresentOrElse(
            states::addAll, () -> states.add(ReasoningStates.item(MAKER).put("redacted", data)));
  }

  private static Refused unsupported(Fields block) {
    return block.invalid("type", "this `type` of block is not supported here");
  }
}
