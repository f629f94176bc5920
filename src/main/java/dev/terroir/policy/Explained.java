package dev.terroir.policy;

import dev.terroir.catalog.Deployment;
import dev.terroir.policy.rule.Obligation;
import java.util.List;

/**
 * What a verdict says about one deployment.
 *
 * @param reasons why it is excluded; empty when it is permitted
 * @param duties under which it may serve; empty when it is excluded
 */
public record Explained(Deployment deployment, List<Reason> reasons, List<Obligation> duties) {
  public Explained {
    reasons = List.copyOf(reasons);
    duties = List.copyOf(duties);
  }

  public boolean isPermitted() {
    return reasons.isEmpty();
  }
}
