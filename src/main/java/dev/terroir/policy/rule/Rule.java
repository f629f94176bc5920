package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.InForce;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.util.List;
import java.util.Optional;

/**
 * A rule about pairs of a request and a deployment. Where {@code when} matches the request, {@code
 * where} the deployment and {@code to} a recipient, {@code effect} has its way.
 *
 * @param to narrows exports and terms of service; {@link Recipients#ANYONE} in a country's own
 *     rules
 */
public record Rule(
    RuleId id,
    Optional<Law> law,
    InForce inForce,
    AnyOf<RequestAttribute> when,
    AnyOf<DeploymentAttribute> where,
    Recipients to,
    Effect effect,
    Mode mode) {

  /** Whether a rule decides, or is only watched before it does. */
  public enum Mode {
    ENFORCE,
    /** Evaluated, counted and reported; decides nothing. */
    SHADOW
  }

  /** The same rule, only watched. */
  public Rule watched() {
    return new Rule(id, law, inForce, when, where, to, effect, Mode.SHADOW);
  }

  public boolean isWatched() {
    return mode == Mode.SHADOW;
  }

  /**
   * What a rule does to a pair that it applies to.
   *
   * @param forbid the pair is excluded
   * @param require the pair is excluded unless this holds of the deployment, and of the agreements
   *     and consents in place; nothing is required by {@link AnyOf#always()}
   * @param obligations the pair passes with these duties
   */
  public record Effect(
      boolean forbid, AnyOf<DeploymentAttribute> require, List<Obligation> obligations) {

    public static final Effect FORBID = new Effect(true, AnyOf.always(), List.of());

    public Effect {
      obligations = List.copyOf(obligations);
    }
  }
}
