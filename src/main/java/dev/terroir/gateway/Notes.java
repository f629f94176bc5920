package dev.terroir.gateway;

import dev.terroir.routing.Candidate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said about an answer beside the answer, in its headers.
 *
 * @param exchange the id of the record
 * @param tenant for the log only; empty where it is not known yet
 * @param jurisdictions the codes, or empty where none is known yet
 * @param sentTo where something was sent
 * @param replaced how many values of each kind of personal data were replaced in what was sent
 * @param substitutedFor the model asked for, where another answers for it
 */
public record Notes(
    String requestId,
    String exchange,
    String policy,
    String tenant,
    String jurisdictions,
    Optional<Candidate> sentTo,
    Map<String, Integer> replaced,
    Optional<String> substitutedFor,
    boolean simulated) {

  public Notes {
    replaced = Map.copyOf(replaced);
  }

  static Notes of(String requestId, String exchange, String policy) {
    return new Notes(
        requestId, exchange, policy, "", "", Optional.empty(), Map.of(), Optional.empty(), false);
  }

  Notes sentTo(Candidate candidate, Map<String, Integer> protection, boolean bySimulator) {
    return new Notes(
        requestId,
        exchange,
        policy,
        tenant,
        jurisdictions,
        Optional.of(candidate),
        protection,
        substitutedFor,
        bySimulator);
  }

  Notes decided(String who, String codes, Optional<String> substituted) {
    return new Notes(
        requestId, exchange, policy, who, codes, sentTo, replaced, substituted, simulated);
  }

  /** What an earlier decision has noted of law no longer holds under {@code other} policies. */
  Notes undecided(String other) {
    return new Notes(
        requestId, exchange, other, "", "", sentTo, replaced, Optional.empty(), simulated);
  }

  /** As the caller reads it: {@code DE.steuer-id=1,email=2}; may be empty. */
  public String replacedText() {
    return replaced.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}
