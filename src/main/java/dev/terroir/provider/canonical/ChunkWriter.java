package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the pieces of an answer as the chunks of a stream in OpenAI's shape. Holds nothing of the
 * answer. Not thread-safe.
 */
public final class ChunkWriter {

  private final Heading heading;
  private final Consumer<Chunk> sink;
  private boolean begun;

  public ChunkWriter(Heading heading, Consumer<Chunk> sink) {
    this.heading = heading;
    this.sink = sink;
  }

  public void write(Piece piece) {
    switch (piece) {
      case Piece.Text(var text) -> delta(Json.object().put("content", text));
      case Piece.Reasoning(var text) -> delta(Json.object().put("reasoning_content", text));
      case Piece.Refused(var text) -> delta(Json.object().put("refusal", text));
      case Piece.Call call -> {
        ObjectNode item = Json.object().put("index", call.index()).put("id", call.id());
        item.put("type", "function")
            .putObject("function")
            .put("name", call.name())
            .put("arguments", call.arguments());
        call(item);
      }
      case Piece.Arguments(var index, var json) -> {
        ObjectNode item = Json.object().put("index", index);
        item.putObject("function").put("arguments", json);
        call(item);
      }
      case Piece.State(var state) -> {
        ObjectNode delta = Json.object();
        delta.putArray(ReasoningState.FIELD).add(state.node());
        delta(delta);
      }
      case Piece.Finish(var reason) -> choice(Json.object(), Optional.of(reason));
    }
  }

  /** The last chunk, which has no choices. */
  public void write(Counts counts) {
    ObjectNode root = heading.of("chat.completion.chunk");
    root.putArray("choices");
    root.set("usage", counts.node());
    sink.accept(new Chunk(Json.write(root), Optional.of(counts.usage()), true, false));
  }

  private void call(ObjectNode item) {
    ObjectNode delta = Json.object();
    delta.putArray("tool_calls").add(item);
    delta(delta);
  }

  private void delta(ObjectNode delta) {
    choice(delta, Optional.empty());
  }

  /** The first delta, whichever it is, says who speaks. */
  private void choice(ObjectNode delta, Optional<FinishReason> finish) {
    ObjectNode spoken = Json.object();
    if (!begun) {
      begun = true;
      spoken.put("role", "assistant");
    }
    spoken.setAll(delta);
    ObjectNode root = heading.of("chat.completion.chunk");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("delta", spoken);
    finish.ifPresentOrElse(
        reason -> choice.put("finish_reason", reason.word()),
        () -> choice.putNull("finish_reason"));
    sink.accept(new Chunk(Json.write(root), Optional.empty(), false, false));
  }
}
