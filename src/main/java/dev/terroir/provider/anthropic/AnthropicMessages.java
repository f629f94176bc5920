package dev.terroir.provider.anthropic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Conversation;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.canonical.Part;
import dev.terroir.provider.canonical.ReasoningState;

/** Writes turns as messages of content blocks. */
final class AnthropicMessages {

  private AnthropicMessages() {}

  static ArrayNode of(Conversation conversation) {
    return conversation.messages(AnthropicMessages::block);
  }

  private static ObjectNode block(Part part) {
    return switch (part) {
      case Part.Text(var text) -> Json.object().put("type", "text").put("text", text);
      case Part.Media media -> image(media);
      case Part.Use(var id, var name, var arguments) -> {
        ObjectNode block = Json.object().put("type", "tool_use").put("id", id).put("name", name);
        block.set("input", arguments);
        yield block;
      }
      case Part.Result(var id, var name, var text) ->
          Json.object().put("type", "tool_result").put("tool_use_id", id).put("content", text);
      case Part.Thought(var state) -> thought(state);
    };
  }

  private static ObjectNode image(Part.Media media) {
    if (!media.type().startsWith("image/")) {
      throw new Inexpressible(media.param(), "sound cannot be expressed to this deployment");
    }
    ObjectNode block = Json.object().put("type", "image");
    block
        .putObject("source")
        .put("type", "base64")
        .put("media_type", media.type())
        .put("data", media.base64());
    return block;
  }

  private static ObjectNode thought(ReasoningState state) {
    return state.redacted().isEmpty()
        ? Json.object()
            .put("type", "thinking")
            .put("thinking", state.text())
            .put("signature", state.signature())
        : Json.object().put("type", "redacted_thinking").put("data", state.redacted());
  }
}
