package dev.terroir.policy;

import dev.terroir.catalog.DeploymentId;
import java.util.List;

/**
 * Why some deployments are excluded.
 *
 * @param rule as it is shown: {@code DE/health-cloud}
 * @param law the title of the law that the rule carries out, or what is missing
 */
public record Reason(String rule, String law, List<DeploymentId> deployments) {
  public Reason {
    deployments = List.copyOf(deployments);
  }
}
