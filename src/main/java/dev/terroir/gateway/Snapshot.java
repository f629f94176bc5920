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
 */
public record Snapshot(
    String digest,
    PolicySet policies,
    Keys keys,
    JurisdictionResolver jurisdictions,
    Strategy strategy) {}
