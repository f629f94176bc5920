package dev.terroir.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Usage;

/** What a deployment answered. */
public sealed interface Reply {

  /** The whole answer in the canonical shape, which belongs to whoever gets it. */
  record Answered(ObjectNode body, Usage usage) implements Reply {}

  /** The head of a streamed answer; its events are still to be read. */
  record Streaming(AnswerStream stream) implements Reply {}

  record Failed(Failure failure) implements Reply {}
}
