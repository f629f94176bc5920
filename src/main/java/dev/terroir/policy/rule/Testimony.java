package dev.terroir.policy.rule;

import dev.terroir.policy.vocabulary.Claim;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whose word holds of a tenant's requests.
 *
 * @param facts what its file says of all of them
 * @param mayAssert on what they have the last word themselves
 */
public record Testimony(Claims facts, Set<Claim> mayAssert) {

  /** Nothing is said, and no request's own word is taken for more than a hint to be stricter. */
  public static final Testimony SILENT = new Testimony(Claims.SILENT, Set.of());

  /** Nothing is said but by the requests, which are believed. */
  public static final Testimony OF_REQUESTS =
      new Testimony(Claims.SILENT, EnumSet.allOf(Claim.class));

  public Testimony {
    mayAssert = Set.copyOf(mayAssert);
  }

  /** Whether a request has the last word on {@code claim}. */
  public boolean trusts(Claim claim) {
    return mayAssert.contains(claim);
  }

  /** What holds of a request that says {@code stated} of itself. */
  public Claims hearing(Claims stated) {
    return facts.hearing(stated, mayAssert);
  }
}
