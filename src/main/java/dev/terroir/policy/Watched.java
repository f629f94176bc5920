package dev.terroir.policy;

import dev.terroir.policy.vocabulary.Word;

/**
 * What a rule that is only watched would do to a request if it were enforced.
 *
 * @param rule as it is shown
 * @param law the title of the law that it carries out
 * @param deployments how many of those that may serve it would exclude
 */
public record Watched(String rule, String law, Effect effect, int deployments) {

  /** What would change. */
  public enum Effect implements Word {
    /** Nothing that may serve the request would be left. */
    WOULD_DENY,
    WOULD_EXCLUDE,
    /** All would stay, with one more duty. */
    WOULD_OBLIGE,
    NO_EFFECT
  }
}
