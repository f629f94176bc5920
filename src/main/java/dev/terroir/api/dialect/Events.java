package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.chat.Json;
import io.vertx.core.buffer.Buffer;

/** Writes server-sent events: lines end with LF, each event is one {@code data} line. */
public final class Events {

  private static final Buffer EVENT = Buffer.buffer("event: ");
  private static final Buffer DATA = Buffer.buffer("data: ");
  private static final Buffer END_OF_EVENT = Buffer.buffer("\n\n");
  private static final Buffer COMMENT = Buffer.buffer(":\n\n");

  private Events() {}

  /** An event without a name. */
  public static Buffer data(Buffer json) {
    return Buffer.buffer(json.length() + 8)
        .appendBuffer(DATA)
        .appendBuffer(json)
        .appendBuffer(END_OF_EVENT);
  }

  public static Buffer named(String name, JsonNode data) {
    return Buffer.buffer()
        .appendBuffer(EVENT)
        .appendString(name)
        .appendString("\n")
        .appendBuffer(data(Json.write(data)));
  }

  /** A lone comment, which every reader ignores. */
  public static Buffer comment() {
    return COMMENT;
  }
}
