package dev.terroir.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.provider.Failure;
import dev.terroir.provider.canonical.ChunkWriter;
import dev.terroir.provider.canonical.FinishReason;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.canonical.Piece;
import dev.terroir.provider.wire.Sink;
import java.util.Optional;

/** Reads the events of one streamed answer. Holds nothing of it. */
final class CohereEvents {

  private final Sink sink;
  private final ChunkWriter writer;
  private int calls;
  private boolean hasArguments;

  CohereEvents(Heading heading, Sink sink) {
    this.sink = sink;
    this.writer = new ChunkWriter(heading, sink::chunk);
  }

  void read(ObjectNode event) {
    JsonNode message = event.path("delta").path("message");
    switch (event.path("type").asText()) {
      case "content-start", "content-delta" ->
          CohereAnswer.content(message.path("content")).ifPresent(writer::write);
      case "tool-plan-delta" ->
          CohereAnswer.text(message.path("tool_plan").asText()).ifPresent(writer::write);
      case "tool-call-start" -> {
        Piece.Call call = CohereAnswer.call(calls, message.path("tool_calls"));
        hasArguments = !call.arguments().isEmpty();
        writer.write(call);
      }
      case "tool-call-delta" -> arguments(message.path("tool_calls").path("function"));
      case "tool-call-end" -> {
        if (!hasArguments) {
          writer.write(new Piece.Arguments(calls, "{}"));
        }
        calls++;
      }
      case "message-end" -> end(event.path("delta"));
      default -> sink.alive();
    }
  }

  private void arguments(JsonNode function) {
    String json = function.path("arguments").asText();
    if (!json.isEmpty()) {
      hasArguments = true;
      writer.write(new Piece.Arguments(calls, json));
    }
  }

  private void end(JsonNode delta) {
    Optional<FinishReason> finish = CohereAnswer.finish(delta.path("finish_reason").asText());
    if (finish.isEmpty() || delta.path("error").isTextual()) {
      sink.failed(Failure.Kind.BROKEN_STREAM);
      return;
    }
    writer.write(new Piece.Finish(finish.get()));
    writer.write(CohereAnswer.counts(delta.path("usage")));
    sink.finished();
  }
}
