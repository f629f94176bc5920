package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;

/**
 * The item of the output that has begun and not ended: its texts have to be repeated whole where it
 * ends. Used from one thread at a time.
 */
final class OpenItem {

  /** What it is. */
  enum Kind {
    REASONING,
    TEXT,
    REFUSAL,
    CALL
  }

  private final Kind kind;
  private final String id;
  private final int index;
  private final ObjectNode begun;
  private final StringBuilder text = new StringBuilder();

  OpenItem(Kind kind, String id, int index, ObjectNode begun) {
    this.kind = kind;
    this.id = id;
    this.index = index;
    this.begun = begun;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Kind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  ObjectNode begun() {
    return begun;
  }

  void append(String piece) {
    text.append(piece);
  }

  String text() {
    return text.toString();
  }

  /** An event about it. */
  ObjectNode event(String type) {
    return Json.object().put("type", type).put("item_id", id).put("output_index", index);
  }

  /** An event about the one part that it has. */
  ObjectNode partEvent(String type) {
    return event(type).put(kind == Kind.REASONING ? "summary_index" : "content_index", 0);
  }
}
