package dev.terroir.policy;

import dev.terroir.policy.rule.Rule;

/**
 * A rule ready for decisions.
 *
 * @param position its place among the rules of its table
 * @param because what is said where it excludes: the law, and the duty that cannot be carried out
 * @param applies the deployments that it may speak of
 */
record CompiledRule(
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
   *
   * @return whether it excludes any
   */
  boolean excludeInto(Facts facts, long[] all) {
    return requirement.isConditional() ? excludeConditionally(facts, all) : excludeAlways(all);
  }

  private boolean excludeAlways(long[] all) {
    long any = 0;
    for (int i = 0; i < all.length; i++) {
      long word = excluded.word(i);
      any |= word;
      all[i] |= word;
    }
    return any != 0;
  }

  private boolean excludeConditionally(Facts facts, long[] all) {
    long[] allowed = new long[all.length];
    requirement.addMet(facts, allowed);
    long any = 0;
    for (int i = 0; i < all.length; i++) {
      long word = excluded.word(i) & ~allowed[i];
      any |= word;
      all[i] |= word;
    }
    return any != 0;
  }

  /** The deployments that this excludes for {@code facts}, whose {@code when} matches. */
  DeploymentSet excludedFor(Facts facts) {
    long[] all = new long[applies.wordCount()];
    excludeInto(facts, all);
    return DeploymentSet.wrap(all);
  }
}
