package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes the canonical request of a body in some dialect. */
@FunctionalInterface
public interface BodyReader {

  /**
   * @param root what the body is as JSON; not to be written to
   */
  ChatRequestReader.Reading read(JsonNode root);
}
