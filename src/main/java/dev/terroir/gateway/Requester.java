package dev.terroir.gateway;

import dev.terroir.identity.Caller;
import dev.terroir.policy.rule.Tenant;

/** Who asks: the key, and what is known of the tenant whose key it is. */
public record Requester(Caller caller, Tenant tenant) {}
