package dev.terroir.policy.rule;

import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.util.List;

/**
 * An order among lawful deployments: one that meets an earlier entry goes before one that meets a
 * later entry, or none. The first preference whose {@code when} matches is used.
 */
public record Preference(AnyOf<RequestAttribute> when, List<AnyOf<DeploymentAttribute>> order) {
  public Preference {
    order = List.copyOf(order);
  }
}
