package dev.terroir.provider;

import dev.terroir.routing.Candidate;
import io.vertx.core.Future;

/** An adapter that sends requests to deployments of one dialect. Thread-safe. */
public interface Provider {

  /**
   * Sends a request. No failure is an exception: the future always succeeds.
   *
   * @param candidate the permit to send; its clearance is asked in the turn in which the first byte
   *     would be written
   */
  Future<Reply> send(Candidate candidate, Call call);
}
