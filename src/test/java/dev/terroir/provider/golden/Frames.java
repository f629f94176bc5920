package dev.terroir.provider.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Frames the lines of a file as AWS does: each is the type of an event and its payload. */
final class Frames {

  private Frames() {}

  static byte[] of(byte[] lines) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (String line : new String(lines, UTF_8).split("\n", -1)) {
      int space = line.indexOf(' ');
      if (space > 0) {
        frames.writeBytes(
            of(":event-type", line.substring(0, space), "event", line.substring(space + 1)));
      }
    }
    return frames.toByteArray();
  }

  static byte[] of(String typeHeader, String type, String messageType, String payload) {
    Map<String, HeaderValue> headers =
        Map.of(
            typeHeader,
            HeaderValue.fromString(type),
            ":content-type",
            HeaderValue.fromString("application/json"),
            ":message-type",
            HeaderValue.fromString(messageType));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Message(headers, payload.getBytes(UTF_8)).encode(bytes);
    return bytes.toByteArray();
  }
}
