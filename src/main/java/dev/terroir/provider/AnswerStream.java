package dev.terroir.provider;

import dev.terroir.chat.Chunk;

/**
 * A streamed answer on its way, in the canonical shape. Used from one event loop.
 *
 * <p>After {@link #start} the listener hears chunks, and then exactly one of {@code finished} and
 * {@code failed}, unless the stream is cancelled.
 */
public interface AnswerStream {

  /** Begins to deliver. Called once. */
  void start(Listener listener);

  /** Stops reading from the deployment, so that it is slowed down by its own connection. */
  void pause();

  void resume();

  /** Ends it, whatever its state, and leaves nothing running at the deployment. Idempotent. */
  void cancel();

  /** Who hears a stream. */
  interface Listener {

    void chunk(Chunk chunk);

    /** Every chunk that has arrived so far has been delivered: what is held back may be sent. */
    void caughtUp();

    /** The deployment said that the answer is complete. */
    void finished();

    /** The stream ended in any other way. */
    void failed(Failure failure);
  }
}
