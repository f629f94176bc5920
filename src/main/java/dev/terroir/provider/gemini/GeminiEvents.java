package dev.terroir.provider.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.provider.Failure;
import dev.terroir.provider.canonical.ChunkWriter;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Sink;

/**
 * Reads the events of one streamed answer. The dialect has no terminal: the answer is complete when
 * the response ends after a candidate has said why it stopped.
 */
final class GeminiEvents {

  private final Sink sink;
  private final ChunkWriter writer;
  private final GeminiAnswer answer;

  GeminiEvents(Heading heading, Sink sink) {
    this.sink = sink;
    this.writer = new ChunkWriter(heading, sink::chunk);
    this.answer = new GeminiAnswer(heading, writer::write);
  }

  void read(ObjectNode event) {
    if (event.has("error")) {
      sink.failed(Failure.Kind.BROKEN_STREAM);
    } else if (answer.read(event)) {
      sink.alive();
    } else {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }

  void end() {
    if (answer.finish()) {
      writer.write(answer.counts());
      sink.finished();
    } else {
      sink.failed(Failure.Kind.BROKEN_STREAM);
    }
  }
}
