package dev.terroir.provider.anthropic;

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

/** Reads a whole message of Anthropic's. */
final class AnthropicAnswer {

  private AnthropicAnswer() {}

  /** Nothing where {@code root} is no message that has been ended. */
  static Optional<Reply> read(ObjectNode root, Heading heading) {
    AnswerWriter writer = new AnswerWriter(heading);
    int calls = 0;
    for (JsonNode block : root.path("content")) {
      switch (block.path("type").asText()) {
        case "text" -> writer.write(new Piece.Text(block.path("text").asText()));
        case "thinking" -> {
          String text = block.path("thinking").asText();
          String signature = block.path("signature").asText();
          writer.write(new Piece.Reasoning(text));
          writer.write(new Piece.State(ReasoningState.signed(heading.maker(), text, signature)));
        }
        case "redacted_thinking" ->
            writer.write(
                new Piece.State(
                    ReasoningState.redacted(heading.maker(), block.path("data").asText())));
        case "tool_use" -> {
          writer.write(call(calls, block, Json.write(block.path("input")).toString()));
          calls++;
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    refusal(root).ifPresent(writer::write);
    finish(root.path("stop_reason")).map(Piece.Finish::new).ifPresent(writer::write);
    return writer.answer(counts(root.path("usage")));
  }

  static Piece.Call call(int index, JsonNode block, String arguments) {
    return new Piece.Call(index, block.path("id").asText(), block.path("name").asText(), arguments);
  }

  /** What a message, or the delta of one, says of its refusal. */
  static Optional<Piece> refusal(JsonNode message) {
    JsonNode explanation = message.path("stop_details").path("explanation");
    return message.path("stop_reason").asText().equals("refusal") && explanation.isTextual()
        ? Optional.of(new Piece.Refused(explanation.asText()))
        : Optional.empty();
  }

  /** A reason that is not known yet is taken for a stop; one that is missing for no end. */
  static Optional<FinishReason> finish(JsonNode reason) {
    if (!reason.isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (reason.asText()) {
          case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
          case "tool_use" -> FinishReason.TOOL_CALLS;
          case "refusal" -> FinishReason.CONTENT_FILTER;
          default -> FinishReason.STOP;
        });
  }

  static Counts counts(JsonNode usage) {
    long read = usage.path("cache_read_input_tokens").asLong();
    long written = usage.path("cache_creation_input_tokens").asLong();
    return new Counts(
        usage.path("input_tokens").asLong() + read + written,
        read,
        written,
        usage.path("output_tokens").asLong(),
        usage.path("output_tokens_details").path("thinking_tokens").asLong());
  }
}
