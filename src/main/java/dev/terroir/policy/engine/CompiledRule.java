package dev.terroir.policy.engine;

import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Rule;

/**
 * A rule ready for decisions.
 *
 * @param position its place among the rules of its table
 * @param because what is said where it excludes: the law, and the duty that cannot be carried out
 * @param applies the deployments that it may speak of
 */
public record CompiledRule(
    int position,
    Rule rule,
    String because,
    RequestTest when,
    DeploymentSet applies,
    DeploymentSet excluded,
    Requirement requirement) {

  /**
   * Adds to {@code all} the deployments that this excludes for {@code facts}, whose {@code when}
   * matches.
   */
  void excludeInto(Facts facts, long[] all) {
    if (requirement.isConditional()) {
      excludeConditionally(facts, all);
    } else {
      excludeAlways(all);
    }
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
