package dev.terroir.provider.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.provider.Failure;
import dev.terroir.provider.canonical.ChunkWriter;
import dev.terroir.provider.canonical.FinishReason;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.canonical.Piece;
import dev.terroir.provider.canonical.ReasoningState;
import dev.terroir.provider.wire.Sink;
import java.util.Optional;

/**
 * Reads the events of one streamed answer. The last one has the usage; why the model stopped comes
 * before it and is passed on with it. Holds one thought at most.
 */
final class BedrockEvents {

  private static final int LARGEST_THOUGHT = 4 << 20;

  private final Heading heading;
  private final Sink sink;
  private final ChunkWriter writer;
  private final StringBuilder thought = new StringBuilder();
  private final StringBuilder signature = new StringBuilder();
  private boolean inCall;
  private boolean hasArguments;
  private int calls;
  private Optional<FinishReason> finish = Optional.empty();

  BedrockEvents(Heading heading, Sink sink) {
    this.heading = heading;
    this.sink = sink;
    this.writer = new ChunkWriter(heading, sink::chunk);
  }

  /** What an exception in the middle of a stream means. */
  static Failure.Kind kind(String exception) {
    return switch (exception) {
      case "throttlingException" -> Failure.Kind.RATE_LIMITED;
      case "serviceUnavailableException" -> Failure.Kind.UNAVAILABLE;
      default -> Failure.Kind.BROKEN_STREAM;
    };
  }

  void read(String type, JsonNode event) {
    switch (type) {
      case "contentBlockStart" -> open(event.path("start"));
      case "contentBlockDelta" -> delta(event.path("delta"));
      case "contentBlockStop" -> close();
      case "messageStop" -> {
        finish = BedrockAnswer.finish(event.path("stopReason").asText());
        if (finish.isEmpty()) {
          sink.failed(Failure.Kind.INVALID_RESPONSE);
        }
      }
      case "metadata" -> end(event);
      default -> sink.alive();
    }
  }

  /** A text has no start of its own. */
  private void open(JsonNode start) {
    if (start.has("toolUse")) {
      inCall = true;
      hasArguments = false;
      writer.write(BedrockAnswer.call(calls, start.path("toolUse"), ""));
    } else if (!start.isEmpty()) {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }

  private void delta(JsonNode delta) {
    if (delta.has("text")) {
      String text = delta.path("text").asText();
      if (!text.isEmpty()) {
        writer.write(new Piece.Text(text));
      }
    } else if (delta.has("toolUse")) {
      String json = delta.path("toolUse").path("input").asText();
      if (!json.isEmpty()) {
        hasArguments = true;
        writer.write(new Piece.Arguments(calls, json));
      }
    } else if (delta.has("reasoningContent")) {
      think(delta.path("reasoningContent"));
    } else {
      sink.alive();
    }
  }

  private void think(JsonNode content) {
    String text = content.path("text").asText();
    if (thought.length() + text.length() > LARGEST_THOUGHT) {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
      return;
    }
    if (!text.isEmpty()) {
      thought.append(text);
      writer.write(new Piece.Reasoning(text));
    }
    signature.append(content.path("signature").asText());
    String redacted = content.path("redactedContent").asText();
    if (!redacted.isEmpty()) {
      writer.write(new Piece.State(ReasoningState.redacted(heading.maker(), redacted)));
    }
  }

  /** Only now a thought is signed; a call without arguments has said nothing at all of them. */
  private void close() {
    BedrockAnswer.signed(heading, thought.toString(), signature.toString())
        .ifPresent(writer::write);
    thought.setLength(0);
    signature.setLength(0);
    if (inCall) {
      if (!hasArguments) {
        writer.write(new Piece.Arguments(calls, "{}"));
      }
      calls++;
      inCall = false;
    }
  }

  private void end(JsonNode metadata) {
    if (finish.isEmpty()) {
      sink.failed(Failure.Kind.BROKEN_STREAM);
      return;
    }
    writer.write(new Piece.Finish(finish.get()));
    writer.write(BedrockAnswer.counts(metadata.path("usage")));
    sink.finished();
  }
}
