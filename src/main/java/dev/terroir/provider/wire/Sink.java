package dev.terroir.provider.wire;

import dev.terroir.chat.Chunk;
import dev.terroir.provider.Failure;

/** Hears what a decoder has read. What comes after an end is not heard any more. */
public interface Sink {

  void chunk(Chunk chunk);

  /** Something came that is not for the caller: the deployment is alive. */
  void alive();

  /** The deployment has said that the answer is complete. */
  void finished();

  void failed(Failure.Kind kind);
}
