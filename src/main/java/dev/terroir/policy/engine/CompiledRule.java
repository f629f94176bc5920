package dev.terroir.policy.engine;

import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Rule;
import java.util.Optional;

/**
 * A rule ready for decisions.
 *
 * @param position its place among the rules of its table
 * @param because what is said where it excludes: the law, and the duty that cannot be carried out
 * @param applies the deployments that it may speak of
 * @param protection how data is to be protected on its way to them
 */
public record CompiledRule(
    int position,
    Rule rule,
    String because,
    RequestTest when,
    DeploymentSet applies,
    DeploymentSet excluded,
    Requirement requirement,
    Optional<Obligation.Strength> protection) {

  private static final String DEFIED =
      "what stands in the request cannot be protected as the rule asks";

  /**
   * Adds to {@code all} the deployments that this excludes for {@code facts}, whose {@code when}
   * matches.
   */
  void excludeInto(Facts facts, long[] all) {
    if (isDefied(facts)) {
      applies.addTo(all);
    } else if (requirement.isConditional()) {
      excludeConditionally(facts, all);
    } else {
      excludeAlways(all);
    }
  }

  /** Whether data stands in the request that cannot be protected as this asks. */
  private boolean isDefied(Facts facts) {
    return protection.isPresent() && facts.defies(protection.get());
  }

  /** Why it excludes for {@code facts}. */
  public String because(Facts facts) {
    return isDefied(facts) ? because + "; " + DEFIED : because;
  }

  private void excludeAlways(long[] all) {
    for (int i = 0; i < all.length; i++) {
      all[i] |= excluded.word(i);
    }
  }

  private void excludeConditionally(Facts facts, long[] all) {
    long[] allowed = new long[all.length];
    requirement.addMet(facts, allowed);
    for (int i = 0; i < all.length; i++) {
      all[i] |= excluded.word(i) & ~allowed[i];
    }
  }

  /** The deployments that this excludes for {@code facts}, whose {@code when} matches. */
  public DeploymentSet excludedFor(Facts facts) {
    long[] all = new long[applies.wordCount()];
    excludeInto(facts, all);
    return DeploymentSet.wrap(all);
  }
}
