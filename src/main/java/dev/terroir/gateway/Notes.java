package dev.terroir.gateway;

import dev.terroir.routing.Candidate;
import java.util.Optional;

/**
 * What is said about an answer beside the answer, in its headers.
 *
 * @param exchange the id of the record
 * @param tenant for the log only; empty where it is not known yet
 * @param jurisdictions the codes, or empty where none is known yet
 * @param sentTo where something was sent
 * @param substitutedFor the model asked for, where another answers for it
 */
public record Notes(
    String requestId,
    String exchange,
    String policy,
    String tenant,
    String jurisdictions,
    Optional<Candidate> sentTo,
    Optional<String> substitutedFor,
    boolean simulated) {

  Notes sentTo(Candidate candidate, boolean bySimulator) {
    return new Notes(
        requestId,
        exchange,
        policy,
        tenant,
        jurisdictions,
        Optional.of(candidate),
        substitutedFor,
        bySimulator);
  }
}
