package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;

/** Makes the canonical request of a body in some dialect. */
@FunctionalInterface
public interface BodyReader {

  /**
   * @param root what the body is as JSON; not to be written to
   */
  ChatRequestReader.Reading read(JsonNode root);

  /**
   * The same, for a dialect in which a request may refer to an earlier one.
   *
   * @param recall what is kept of the caller's
   */
  default ChatRequestReader.Reading read(JsonNode root, Recall recall) {
    return read(root);
  }

  /** How much there is to inspect in {@code body}, in bytes. */
  default int weight(Buffer body) {
    return body.length();
  }
}
