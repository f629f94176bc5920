package dev.terroir.routing;

import dev.terroir.catalog.Deployment;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Obligations;
import java.util.List;

/**
 * A deployment with a permit: the capability to call it. Only {@link Candidate#of} makes one, and
 * it takes a permit that holds for the deployment; nothing sends a byte without one.
 */
public final class Candidate {

  private final Deployment deployment;
  private final int position;
  private final List<Obligation> obligations;

  private Candidate(Deployment deployment, int position, List<Obligation> obligations) {
    this.deployment = deployment;
    this.position = position;
    this.obligations = List.copyOf(obligations);
  }

  /**
   * @param position of the deployment in the catalogue that the permit is about
   * @throws IllegalArgumentException when {@code permit} does not hold for it
   */
  static Candidate of(Permit permit, Deployment deployment, int position) {
    if (!permit.candidates().contains(position)) {
      throw new IllegalArgumentException("not permitted: " + deployment.id());
    }
    return new Candidate(deployment, position, permit.verdict().obligations(position));
  }

  public Deployment deployment() {
    return deployment;
  }

  public int position() {
    return position;
  }

  /** The duties that come with the permit, the strongest of each kind. */
  public List<Obligation> obligations() {
    return obligations;
  }

  /** The duties as the caller reads them: {@code disclose-ai,mark-output}; may be empty. */
  public String duties() {
    return String.join(",", obligations.stream().map(Obligations::describe).toList());
  }

  @Override
  public String toString() {
    return deployment.id().value();
  }
}
