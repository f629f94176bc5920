package dev.terroir.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.AnswerWriter;
import dev.terroir.provider.canonical.Counts;
import dev.terroir.provider.canonical.FinishReason;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.canonical.Piece;
import java.util.Optional;

/** Reads a whole answer of Cohere's. */
final class CohereAnswer {

  private CohereAnswer() {}

  /** Nothing where {@code root} is no answer, or one that did not come to an end. */
  static Optional<Reply> read(ObjectNode root, Heading heading) {
    AnswerWriter writer = new AnswerWriter(heading);
    JsonNode message = root.path("message");
    for (JsonNode block : message.path("content")) {
      content(block).ifPresent(writer::write);
    }
    text(message.path("tool_plan").asText("")).ifPresent(writer::write);
    JsonNode calls = message.path("tool_calls");
    for (int i = 0; i < calls.size(); i++) {
      writer.write(call(i, calls.path(i)));
    }
    finish(root.path("finish_reason").asText()).map(Piece.Finish::new).ifPresent(writer::write);
    return writer.answer(counts(root.path("usage")));
  }

  /** A block, or a delta of one. */
  static Optional<Piece> content(JsonNode block) {
    String thought = block.path("thinking").asText();
    return thought.isEmpty()
        ? text(block.path("text").asText())
        : Optional.of(new Piece.Reasoning(thought));
  }

  static Optional<Piece> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Piece.Text(text));
  }

  static Piece.Call call(int index, JsonNode call) {
    JsonNode function = call.path("function");
    return new Piece.Call(
        index,
        call.path("id").asText(),
        function.path("name").asText(),
        function.path("arguments").asText());
  }

  /** Nothing for what is no end of an answer. */
  static Optional<FinishReason> finish(String reason) {
    return switch (reason) {
      case "COMPLETE", "STOP_SEQUENCE" -> Optional.of(FinishReason.STOP);
      case "MAX_TOKENS" -> Optional.of(FinishReason.LENGTH);
      case "TOOL_CALL" -> Optional.of(FinishReason.TOOL_CALLS);
      case "ERROR_TOXIC" -> Optional.of(FinishReason.CONTENT_FILTER);
      default -> Optional.empty();
    };
  }

  /** Numbers are decimals there. */
  static Counts counts(JsonNode usage) {
    JsonNode tokens = usage.path("tokens");
    return new Counts(
        tokens.path("input_tokens").asLong(),
        usage.path("cached_tokens").asLong(),
        0,
        tokens.path("output_tokens").asLong(),
        0);
  }
}
