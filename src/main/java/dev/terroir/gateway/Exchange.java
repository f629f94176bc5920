package dev.terroir.gateway;

import dev.terroir.audit.Outcome;
import dev.terroir.policy.Reason;
import dev.terroir.policy.facts.Facts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request on its way: what is said beside its answer, what has been tried, and whether anybody
 * still waits. Used from one event loop.
 */
final class Exchange {

  private final String id;
  private final Client client;
  private final long begunNanos;
  private final Promise<Void> gone = Promise.promise();
  private final List<String> attempts = new ArrayList<>();
  private Notes notes;

  private Exchange(Notes notes, Client client, long begunNanos) {
    this.id = notes.exchange();
    this.notes = notes;
    this.client = client;
    this.begunNanos = begunNanos;
    client.onGone(gone::tryComplete);
  }

  static Exchange open(String requestId, Client client, String policy, Parts parts) {
    String id = parts.ids().next();
    Notes notes =
        new Notes(
            requestId.isEmpty() ? id : requestId,
            id,
            policy,
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            false);
    return new Exchange(notes, client, parts.nanoTime().getAsLong());
  }

  String id() {
    return id;
  }

  Client client() {
    return client;
  }

  Duration took(long nowNanos) {
    return Duration.ofNanos(nowNanos - begunNanos);
  }

  /** Completes when the caller has left. */
  Future<Void> gone() {
    return gone.future();
  }

  boolean isAbandoned() {
    return gone.future().isComplete();
  }

  Notes notes() {
    return notes;
  }

  void note(Notes changed) {
    notes = changed;
  }

  void noteFacts(Facts facts, Optional<String> substitutedFor) {
    notes =
        new Notes(
            notes.requestId(),
            notes.exchange(),
            notes.policy(),
            facts.tenant().id().value(),
            facts.jurisdictions().codes(),
            notes.sentTo(),
            substitutedFor,
            notes.simulated());
  }

  /** Remembers what became of an attempt, for the record: {@code scaleway-par/x: RATE_LIMITED}. */
  void attempted(String deployment, String result) {
    attempts.add(deployment + ": " + result);
  }

  List<String> attempts() {
    return List.copyOf(attempts);
  }

  Outcome.Refused refused(Parts parts, Refusal refusal, Optional<Requester> requester) {
    return new Outcome.Refused(
        id,
        parts.clock().instant(),
        requester.map(it -> it.caller().key()).orElse(""),
        refusal.status(),
        refusal.code(),
        refusal
            .legal()
            .map(legal -> legal.reasons().stream().map(Reason::rule).toList())
            .orElse(List.of()));
  }

  Outcome.Interrupted interrupted(Instant now, String deployment, String cause) {
    return new Outcome.Interrupted(id, now, deployment, attempts(), cause);
  }
}
