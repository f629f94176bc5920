package dev.terroir.policy.rule;

import dev.terroir.policy.vocabulary.DeploymentAttribute;

/**
 * A name that a caller may give instead of a model: {@code auto/small}.
 *
 * @param adds what using it says about the request
 * @param where the deployments that it stands for
 */
public record Alias(String id, Claims adds, AnyOf<DeploymentAttribute> where) {}
