package dev.terroir.provider.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.AnswerWriter;
import dev.terroir.provider.canonical.Counts;
import dev.terroir.provider.canonical.FinishReason;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.canonical.Piece;
import dev.terroir.provider.canonical.ReasoningState;
import java.util.Optional;

/** Reads a whole answer of Converse. */
final class BedrockAnswer {

  private BedrockAnswer() {}

  /** Nothing where {@code root} is no answer, or one that the model has spoilt. */
  static Optional<Reply> read(ObjectNode root, Heading heading) {
    AnswerWriter writer = new AnswerWriter(heading);
    int calls = 0;
    for (JsonNode block : root.path("output").path("message").path("content")) {
      if (block.has("text")) {
        writer.write(new Piece.Text(block.path("text").asText()));
      } else if (block.has("toolUse")) {
        JsonNode use = block.path("toolUse");
        writer.write(call(calls, use, Json.write(use.path("input")).toString()));
        calls++;
      } else if (block.has("reasoningContent")) {
        think(block.path("reasoningContent"), heading, writer);
      } else {
        return Optional.empty();
      }
    }
    finish(root.path("stopReason").asText()).map(Piece.Finish::new).ifPresent(writer::write);
    return writer.answer(counts(root.path("usage")));
  }

  private static void think(JsonNode content, Heading heading, AnswerWriter writer) {
    JsonNode thought = content.path("reasoningText");
    if (thought.isObject()) {
      String text = thought.path("text").asText();
      writer.write(new Piece.Reasoning(text));
      signed(heading, text, thought.path("signature").asText()).ifPresent(writer::write);
    } else {
      String redacted = content.path("redactedContent").asText();
      writer.write(new Piece.State(ReasoningState.redacted(heading.maker(), redacted)));
    }
  }

  /** Models that do not sign their thoughts need not see them again. */
  static Optional<Piece> signed(Heading heading, String text, String signature) {
    return signature.isEmpty()
        ? Optional.empty()
        : Optional.of(new Piece.State(ReasoningState.signed(heading.maker(), text, signature)));
  }

  static Piece.Call call(int index, JsonNode use, String arguments) {
    return new Piece.Call(
        index, use.path("toolUseId").asText(), use.path("name").asText(), arguments);
  }

  /** Nothing for a reason that is missing, and for an answer that the model has spoilt. */
  static Optional<FinishReason> finish(String reason) {
    return switch (reason) {
      case "", "malformed_model_output", "malformed_tool_use" -> Optional.empty();
      case "max_tokens", "model_context_window_exceeded" -> Optional.of(FinishReason.LENGTH);
      case "tool_use" -> Optional.of(FinishReason.TOOL_CALLS);
      case "guardrail_intervened", "content_filtered" -> Optional.of(FinishReason.CONTENT_FILTER);
      default -> Optional.of(FinishReason.STOP);
    };
  }

  static Counts counts(JsonNode usage) {
    long read = usage.path("cacheReadInputTokens").asLong();
    long written = usage.path("cacheWriteInputTokens").asLong();
    return new Counts(
        usage.path("inputTokens").asLong() + read + written,
        read,
        written,
        usage.path("outputTokens").asLong(),
        0);
  }
}
