package dev.terroir.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Chunk;

/**
 * The caller's side of an exchange, in the caller's dialect. Used from one event loop. Calls after
 * the caller has gone do nothing.
 */
public interface Client {

  /** The whole answer, in the canonical shape. Ends the exchange. */
  void answer(Notes notes, ObjectNode body);

  /** An error, before anything else was sent. Ends the exchange. */
  void refuse(Notes notes, Refusal refusal);

  /** Commits the head of a streamed answer: from here on the status cannot change. */
  void begin(Notes notes);

  /** Takes a chunk, which is sent with the next {@link #flush} at the latest. */
  void chunk(Chunk chunk);

  /** Sends what was taken: once for all that has arrived together. */
  void flush();

  /** Something that keeps the connection open and means nothing. */
  void keepAlive();

  /** The answer is complete: the success terminal. Ends the exchange. */
  void finish();

  /** The answer breaks off, visibly, with no success terminal. Ends the exchange. */
  void breakOff(Refusal refusal);

  /** Whether the caller reads more slowly than is written; bounded by the server's write queue. */
  boolean isFull();

  /** Calls back once when the caller has caught up. */
  void onDrain(Runnable drained);

  /** Calls back when the caller has gone before the end. */
  void onGone(Runnable gone);
}
