package dev.terroir.provider.wire;

import dev.terroir.chat.SseReader;
import dev.terroir.provider.Failure;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Reads a streamed answer that comes as server-sent events. Holds one event at most. */
public final class SseDecoder implements Decoder {

  private static final int LARGEST_EVENT = 1 << 20;

  private final SseReader reader;
  private final Sink sink;
  private final Runnable onEnd;

  /**
   * @param onEnd what the end of the response means, after its last event
   */
  public SseDecoder(Sink sink, Consumer<SseReader.Event> events, Runnable onEnd) {
    this.reader = new SseReader(LARGEST_EVENT, events);
    this.sink = sink;
    this.onEnd = onEnd;
  }

  /** Of a dialect whose last event says that the answer is complete: without it, it is broken. */
  public static SseDecoder withTerminal(Sink sink, Consumer<SseReader.Event> events) {
    return new SseDecoder(sink, events, () -> sink.failed(Failure.Kind.BROKEN_STREAM));
  }

  @Override
  public void read(Buffer bytes) {
    reader.read(bytes);
    if (reader.isTooLarge()) {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }

  @Override
  public void end() {
    reader.end();
    onEnd.run();
  }
}
