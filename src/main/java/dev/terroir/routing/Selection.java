package dev.terroir.routing;

import java.time.Duration;
import java.util.List;

/** What a strategy makes of a permit. */
public sealed interface Selection {

  /**
   * @param candidates the best first, at least one, as many as may be tried
   */
  record Ranked(List<Candidate> candidates) implements Selection {
    public Ranked {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Lawful deployments exist, but all of them are out of service for now.
   *
   * @param retryAfter when the first of them may be tried again
   */
  record AllEjected(Duration retryAfter) implements Selection {}
}
