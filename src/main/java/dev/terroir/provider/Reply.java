package dev.terroir.provider;

import dev.terroir.chat.Usage;
import io.vertx.core.buffer.Buffer;

/** What a deployment answered. */
public sealed interface Reply {

  /** The whole answer as JSON in the canonical shape. */
  record Answered(Buffer body, Usage usage) implements Reply {}

  /** The head of a streamed answer; its events are still to be read. */
  record Streaming(AnswerStream stream) implements Reply {}

  record Failed(Failure failure) implements Reply {}
}
