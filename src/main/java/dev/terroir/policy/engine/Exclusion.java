package dev.terroir.policy.engine;

import dev.terroir.policy.rule.RuleId;

/**
 * Deployments that nobody can be sent to, whatever the request, with the reason.
 *
 * @param lawful whether the law would allow them: what is missing is a key, an adapter, a switch
 */
public record Exclusion(RuleId id, String reason, DeploymentSet deployments, boolean lawful) {}
