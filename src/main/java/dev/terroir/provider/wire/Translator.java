package dev.terroir.provider.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.chat.Operation;
import dev.terroir.chat.StrictJson;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Heading;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * How one dialect is spoken, from and to OpenAI's shape. Each dialect is translated from and to
 * that one shape, never into another dialect. Thread-safe, and pure: it neither waits nor connects.
 */
public interface Translator {

  /**
   * The request in the dialect.
   *
   * @throws dev.terroir.provider.canonical.Inexpressible for what would be lost with a change of
   *     meaning
   */
  Outgoing outgoing(ChatRequest request, Deployment deployment);

  /** The media type of a streamed answer. */
  default String streamType() {
    return "text/event-stream";
  }

  /** Whether the dialect has words for {@code operation}. */
  default boolean speaks(Operation operation) {
    return operation == Operation.CHAT;
  }

  /**
   * Reads a whole answer as it came; nothing where it is none.
   *
   * @param request that it answers
   */
  default Optional<Reply> answer(Buffer body, ChatRequest request, Heading heading) {
    return answer(root(body), heading);
  }

  /** Reads a whole answer; nothing where it is none. */
  Optional<Reply> answer(ObjectNode root, Heading heading);

  /** The JSON object that {@code body} is, or an empty one. */
  static ObjectNode root(Buffer body) {
    return StrictJson.read(body) instanceof StrictJson.Reading.Document(ObjectNode root)
        ? root
        : Json.object();
  }

  /** Begins to read a streamed answer. */
  Decoder decoder(Heading heading, Sink sink);

  /** Reads an error: whose fault it was, and what the caller may hear of it. */
  Failure failure(Rejection rejection);
}
