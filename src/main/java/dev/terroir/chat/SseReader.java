package dev.terroir.chat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads server-sent events from bytes that arrive in any pieces, per the WHATWG HTML standard's
 * event-stream format: lines end with LF, CRLF or CR, comments are dropped, {@code data} lines
 * join. Holds one event at most. Not thread-safe.
 */
public final class SseReader {

  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);

  private final int largest;
  private final Consumer<Event> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);
  private String name = "";
  private boolean hasData;
  private boolean afterCr;
  private boolean tooLarge;

  /** An event: its name, or empty, and its data as it came. */
  public static final class Event {
    private final String name;
    private final byte[] data;

    Event(String name, byte[] data) {
      this.name = name;
      this.data = data;
    }

    public String name() {
      return name;
    }

    /** Not to be written to. */
    public byte[] data() {
      return data;
    }

    public boolean isDone() {
      return data.length == 6 && text().equals("[DONE]");
    }

    public String text() {
      return new String(data, StandardCharsets.UTF_8);
    }
  }

  /**
   * @param largest in bytes; an event above it stops the reading
   */
  public SseReader(int largest, Consumer<Event> sink) {
    this.largest = largest;
    this.sink = sink;
  }

  /** Whether an event was larger than is allowed; nothing is read after that. */
  public boolean isTooLarge() {
    return tooLarge;
  }

  public void read(Buffer buffer) {
    byte[] bytes = buffer.getBytes();
    int start = 0;
    for (int i = 0; i < bytes.length && !tooLarge; i++) {
      byte b = bytes[i];
      if (b == '\n' && afterCr) {
        afterCr = false;
        start = i + 1;
      } else if (b == '\n' || b == '\r') {
        append(bytes, start, i);
        endLine();
        start = i + 1;
        afterCr = b == '\r';
      } else {
        afterCr = false;
      }
    }
    append(bytes, start, bytes.length);
  }

  /** The stream has ended; a last event that lacks its blank line still counts. */
  public void end() {
    endLine();
    dispatch();
  }

  private void append(byte[] bytes, int from, int to) {
    if (tooLarge || from >= to) {
      return;
    }
    if (line.size() + data.size() + (to - from) > largest) {
      tooLarge = true;
      return;
    }
    line.write(bytes, from, to - from);
  }

  private void endLine() {
    if (line.size() == 0) {
      dispatch();
      return;
    }
    byte[] bytes = line.toByteArray();
    line.reset();
    int colon = 0;
    while (colon < bytes.length && bytes[colon] != ':') {
      colon++;
    }
    int value = colon + 1 < bytes.length && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
    value = Math.min(value, bytes.length);
    if (isField(bytes, colon, DATA)) {
      if (hasData) {
        data.write('\n');
      }
      data.write(bytes, value, bytes.length - value);
      hasData = true;
    } else if (isField(bytes, colon, EVENT)) {
      name = new String(bytes, value, bytes.length - value, StandardCharsets.UTF_8);
    }
  }

  private static boolean isField(byte[] line, int length, byte[] field) {
    return Arrays.equals(line, 0, length, field, 0, field.length);
  }

  private void dispatch() {
    if (hasData) {
      Event event = new Event(name, data.toByteArray());
      data.reset();
      hasData = false;
      name = "";
      sink.accept(event);
    }
    name = "";
  }
}
