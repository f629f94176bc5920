package dev.terroir.gateway;

import dev.terroir.identity.Keys;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.PolicySet;
import dev.terroir.routing.Strategy;

/**
 * Everything that the operators' files say, in one reference: swapped whole, after all of it has
 * been checked. Immutable.
 *
 * @param digest of the files, as it is shown in {@code Terroir-Policy}
 * @param keys of the tenants
 * @param operators the keys of those who may make operators' calls
 */
public record Snapshot(
    String digest,
    PolicySet policies,
    Keys keys,
    Keys operators,
    JurisdictionResolver jurisdictions,
    Strategy strategy) {}
