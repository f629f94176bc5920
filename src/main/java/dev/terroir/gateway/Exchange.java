package dev.terroir.gateway;

import dev.terroir.audit.Outcome;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.policy.Reason;
import dev.terroir.policy.Watched;
import dev.terroir.policy.facts.Facts;
import dev.terroir.routing.Candidate;
import dev.terroir.workshop.FactsText;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private final Set<DeploymentId> tried = new HashSet<>();
  private List<Watched> watched = List.of();
  private List<String> facts = List.of();
  private int most;
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
    Notes notes = Notes.of(requestId.isEmpty() ? id : requestId, id, policy);
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

  void noteFacts(Facts noted, Optional<String> substitutedFor) {
    facts = FactsText.of(noted);
    notes =
        notes.decided(noted.tenant().id().value(), noted.jurisdictions().codes(), substitutedFor);
  }

  /** What has been noted of the facts, as it is written down. */
  List<String> facts() {
    return facts;
  }

  void noteWatched(List<Watched> seen) {
    watched = seen;
  }

  /** What the rules that are only watched would have done. */
  List<Watched> watched() {
    return watched;
  }

  /**
   * Remembers what became of an attempt, for the record: {@code scaleway-par/x: RATE_LIMITED}, and
   * what was replaced in what it was sent: {@code scaleway-par/x: COMPLETED (email=2)}.
   */
  void attempted(Candidate candidate, String result) {
    String replaced = notes.replaced().isEmpty() ? "" : " (" + notes.replacedText() + ")";
    attempts.add(candidate + ": " + result + replaced);
  }

  /** Remembers that {@code candidate} has had its chance. */
  void tried(Candidate candidate) {
    tried.add(candidate.deployment().id());
  }

  /**
   * Those that have not had their chance under an earlier decision about the same request. Together
   * with those that had it they are never more than one decision may name.
   */
  List<Candidate> untried(List<Candidate> candidates) {
    most = Math.max(most, candidates.size());
    return candidates.stream()
        .filter(candidate -> !tried.contains(candidate.deployment().id()))
        .limit(Math.max(0, most - tried.size()))
        .toList();
  }

  /** Begins a decision: what an earlier one has noted of law no longer holds. */
  void decideUnder(String policy) {
    watched = List.of();
    facts = List.of();
    notes = notes.undecided(policy);
  }

  List<String> attempts() {
    return List.copyOf(attempts);
  }

  /** How it ends without an answer: refused, or failed where deployments have been tried before. */
  Outcome refused(Parts parts, Refusal refusal, Optional<Requester> requester) {
    if (!tried.isEmpty()) {
      return failed(parts, refusal);
    }
    return new Outcome.Refused(
        id,
        parts.clock().instant(),
        requester.map(it -> it.caller().key()).orElse(""),
        refusal.status(),
        refusal.code(),
        facts,
        refusal
            .legal()
            .map(legal -> legal.reasons().stream().map(Reason::rule).toList())
            .orElse(List.of()),
        FactsText.watched(watched));
  }

  Outcome.Failed failed(Parts parts, Refusal refusal) {
    return new Outcome.Failed(
        id, parts.clock().instant(), refusal.status(), refusal.code(), attempts());
  }

  Outcome.Interrupted interrupted(Instant now, String deployment, String cause) {
    return new Outcome.Interrupted(id, now, deployment, attempts(), cause);
  }
}
