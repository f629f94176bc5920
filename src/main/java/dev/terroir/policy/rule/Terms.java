package dev.terroir.policy.rule;

import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.util.List;

/**
 * The terms of a host or of a model's licence, which apply to its deployments whoever asks.
 *
 * @param scope the deployments that they are about
 */
public record Terms(AnyOf<DeploymentAttribute> scope, List<Rule> rules) {
  public Terms {
    rules = List.copyOf(rules);
  }
}
