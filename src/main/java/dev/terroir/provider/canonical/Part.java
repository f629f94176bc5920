package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A part of what one side said. */
public sealed interface Part {

  record Text(String text) implements Part {}

  /**
   * A picture or a sound.
   *
   * @param type as in {@code image/png}
   * @param base64 the bytes
   * @param param where it stands in the request
   */
  record Media(String type, String base64, String param) implements Part {}

  /** The model called a tool. */
  record Use(String id, String name, ObjectNode arguments) implements Part {}

  /**
   * What a tool gave back.
   *
   * @param name of the tool, or empty where no call of this id is there
   */
  record Result(String id, String name, String text) implements Part {}

  record Thought(ReasoningState state) implements Part {}
}
