package dev.terroir.provider.wire;

import io.vertx.core.buffer.Buffer;

/** Reads the bytes of one streamed answer, in whatever pieces they come. Not thread-safe. */
public interface Decoder {

  void read(Buffer bytes);

  /**
   * The response has ended as HTTP wants it to. Only a dialect without a terminal of its own takes
   * that for the end of the answer.
   */
  void end();
}
