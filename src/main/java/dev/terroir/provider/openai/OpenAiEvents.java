package dev.terroir.provider.openai;

import dev.terroir.chat.Chunk;
import dev.terroir.chat.SseReader;
import dev.terroir.provider.Failure;
import dev.terroir.provider.wire.Sink;
import java.util.Optional;

/** Reads the events of one streamed answer in OpenAI's shape, none of them into a tree. */
final class OpenAiEvents {

  private final String model;
  private final Sink sink;

  OpenAiEvents(String model, Sink sink) {
    this.model = model;
    this.sink = sink;
  }

  void read(SseReader.Event event) {
    if (event.isDone()) {
      sink.finished();
      return;
    }
    Optional<Chunk> chunk = Chunk.read(event.data(), model);
    if (chunk.isEmpty()) {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    } else if (chunk.get().isError() || event.name().equals("error")) {
      sink.failed(Failure.Kind.BROKEN_STREAM);
    } else {
      sink.chunk(chunk.get());
    }
  }
}
