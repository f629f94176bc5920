package dev.terroir.policy.rule;

import dev.terroir.catalog.HostId;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant's file.
 *
 * @param country the home of its requests
 * @param controlledFrom the countries whose owners control it
 * @param facts what holds of all its requests
 * @param mayAssert on what its requests have the last word
 * @param models the models, deployments and aliases that it may name, or nothing for all
 * @param substitute whether a lawful model may answer for one that is refused
 * @param agreements what it has agreed with which hosts
 */
public record Tenant(
    TenantId id,
    Jurisdiction country,
    TenantKind kind,
    Set<String> controlledFrom,
    Claims facts,
    Set<Claim> mayAssert,
    Optional<Set<String>> models,
    boolean substitute,
    Map<HostId, Set<String>> agreements,
    List<Preference> prefer) {

  public Tenant {
    controlledFrom = Set.copyOf(controlledFrom);
    mayAssert = Set.copyOf(mayAssert);
    models = models.map(Set::copyOf);
    agreements = Map.copyOf(agreements);
    prefer = List.copyOf(prefer);
  }

  /** Whether it may use {@code model} by that name. */
  public boolean mayName(String model) {
    return models.map(allowed -> allowed.contains(model)).orElse(true);
  }
}
