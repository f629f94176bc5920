package dev.terroir.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.Failure;
import dev.terroir.provider.canonical.ChunkWriter;
import dev.terroir.provider.canonical.FinishReason;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.canonical.Piece;
import dev.terroir.provider.canonical.ReasoningState;
import dev.terroir.provider.wire.Sink;
import java.util.Optional;

/** Reads the events of one streamed message. Holds one thought at most. */
final class AnthropicEvents {

  private static final int LARGEST_THOUGHT = 4 << 20;

  private final Heading heading;
  private final Sink sink;
  private final ChunkWriter writer;
  private final ObjectNode usage = Json.object();
  private final StringBuilder thought = new StringBuilder();
  private final StringBuilder signature = new StringBuilder();
  private String block = "";
  private int calls;
  private boolean hasArguments;
  private Optional<FinishReason> finish = Optional.empty();

  AnthropicEvents(Heading heading, Sink sink) {
    this.heading = heading;
    this.sink = sink;
    this.writer = new ChunkWriter(heading, sink::chunk);
  }

  void read(ObjectNode event) {
    switch (event.path("type").asText()) {
      case "message_start" -> count(event.path("message").path("usage"));
      case "content_block_start" -> open(event.path("content_block"));
      case "content_block_delta" -> delta(event.path("delta"));
      case "content_block_stop" -> close();
      case "message_delta" -> {
        count(event.path("usage"));
        AnthropicAnswer.refusal(event.path("delta")).ifPresent(writer::write);
        finish = AnthropicAnswer.finish(event.path("delta").path("stop_reason")).or(() -> finish);
      }
      case "message_stop" -> stop();
      case "error" -> sink.failed(Failure.Kind.BROKEN_STREAM);
      default -> sink.alive();
    }
  }

  /** Counts are of all so far: the last ones stand. */
  private void count(JsonNode counts) {
    if (counts instanceof ObjectNode latest) {
      latest.properties().stream()
          .filter(entry -> !entry.getValue().isNull())
          .forEach(entry -> usage.set(entry.getKey(), entry.getValue()));
    }
  }

  private void open(JsonNode opened) {
    block = opened.path("type").asText();
    switch (block) {
      case "text" -> write(new Piece.Text(opened.path("text").asText()));
      case "thinking" -> think(opened.path("thinking").asText());
      case "tool_use" -> {
        hasArguments = false;
        writer.write(AnthropicAnswer.call(calls, opened, ""));
      }
      case "redacted_thinking" ->
          writer.write(
              new Piece.State(
                  ReasoningState.redacted(heading.maker(), opened.path("data").asText())));
      default -> sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }

  private void delta(JsonNode delta) {
    switch (delta.path("type").asText()) {
      case "text_delta" -> write(new Piece.Text(delta.path("text").asText()));
      case "input_json_delta" -> {
        String json = delta.path("partial_json").asText();
        if (!json.isEmpty()) {
          hasArguments = true;
          writer.write(new Piece.Arguments(calls, json));
        }
      }
      case "thinking_delta" -> think(delta.path("thinking").asText());
      case "signature_delta" -> signature.append(delta.path("signature").asText());
      default -> sink.alive();
    }
  }

  private void write(Piece.Text text) {
    if (!text.text().isEmpty()) {
      writer.write(text);
    }
  }

  private void think(String text) {
    if (thought.length() + text.length() > LARGEST_THOUGHT) {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    } else if (!text.isEmpty()) {
      thought.append(text);
      writer.write(new Piece.Reasoning(text));
    }
  }

  /** Only now a thought is signed; a call without arguments has said nothing at all of them. */
  private void close() {
    if (block.equals("thinking")) {
      writer.write(
          new Piece.State(
              ReasoningState.signed(heading.maker(), thought.toString(), signature.toString())));
      thought.setLength(0);
      signature.setLength(0);
    } else if (block.equals("tool_use")) {
      if (!hasArguments) {
        writer.write(new Piece.Arguments(calls, "{}"));
      }
      calls++;
    }
    block = "";
  }

  private void stop() {
    if (finish.isEmpty()) {
      sink.failed(Failure.Kind.BROKEN_STREAM);
      return;
    }
    writer.write(new Piece.Finish(finish.get()));
    writer.write(AnthropicAnswer.counts(usage));
    sink.finished();
  }
}
