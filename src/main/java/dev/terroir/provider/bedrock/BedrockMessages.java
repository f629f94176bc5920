package dev.terroir.provider.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Conversation;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.canonical.Part;
import dev.terroir.provider.canonical.ReasoningState;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes turns as messages of content blocks. */
final class BedrockMessages {

  private static final Pattern CALL_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Set<String> PICTURES = Set.of("png", "jpeg", "gif", "webp");

  private BedrockMessages() {}

  static ArrayNode of(Conversation conversation) {
    return conversation.messages(BedrockMessages::block);
  }

  static boolean hasCalls(Conversation conversation) {
    return conversation.turns().stream()
        .flatMap(turn -> turn.parts().stream())
        .anyMatch(Part.Use.class::isInstance);
  }

  private static ObjectNode block(Part part) {
    ObjectNode block = Json.object();
    switch (part) {
      case Part.Text(var text) -> block.put("text", text);
      case Part.Media media -> image(media, block.putObject("image"));
      case Part.Use(var id, var name, var arguments) ->
          block
              .putObject("toolUse")
              .put("toolUseId", callId(id))
              .put("name", name)
              .set("input", arguments);
      case Part.Result(var id, var name, var text) -> {
        ObjectNode result = block.putObject("toolResult").put("toolUseId", callId(id));
        ArrayNode content = result.putArray("content");
        if (!text.isEmpty()) {
          content.addObject().put("text", text);
        }
        result.put("status", "success");
      }
      case Part.Thought(var state) -> thought(state, block.putObject("reasoningContent"));
    }
    return block;
  }

  private static void image(Part.Media media, ObjectNode image) {
    String format = media.type().replaceFirst("image/", "");
    if (!PICTURES.contains(format)) {
      throw new Inexpressible(
          media.param(), "`" + media.type() + "` cannot be expressed to this deployment");
    }
    image.put("format", format).putObject("source").put("bytes", media.base64());
  }

  private static void thought(ReasoningState state, ObjectNode content) {
    if (state.redacted().isEmpty()) {
      content
          .putObject("reasoningText")
          .put("text", state.text())
          .put("signature", state.signature());
    } else {
      content.put("redactedContent", state.redacted());
    }
  }

  /** An id that Bedrock would refuse becomes another, the same wherever it stands. */
  private static String callId(String id) {
    return CALL_ID.matcher(id).matches()
        ? id
        : "call_" + UUID.nameUUIDFromBytes(id.getBytes(UTF_8));
  }
}
