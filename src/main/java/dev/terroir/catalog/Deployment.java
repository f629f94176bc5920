package dev.terroir.catalog;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One model served by one host in one place.
 *
 * @param servedAs the model's name at the host
 * @param locatedIn where inference may happen: countries, or a bloc where the host picks within it;
 *     empty when not known
 * @param storedIn where logs and state are kept; empty when not known
 * @param retention how long the host keeps what it is sent; nothing when not known
 * @param trainsOnPrompts whether the host trains on what it is sent; nothing when not known
 * @param weight the share among equals, 1 to 1000
 * @param region the host's own name for the place, which some dialects must be told
 * @param apiVersion the version of the host's interface, where it must be asked for
 * @param provenance of everything here, what the host's file says of all of them included
 */
public record Deployment(
    DeploymentId id,
    Model model,
    Host host,
    String servedAs,
    Set<String> locatedIn,
    Set<String> storedIn,
    Set<String> certified,
    Optional<Retention> retention,
    Optional<Boolean> trainsOnPrompts,
    URI endpoint,
    Credential credential,
    int weight,
    Optional<String> region,
    Optional<String> apiVersion,
    Provenance provenance) {

  public Deployment {
    locatedIn = Set.copyOf(locatedIn);
    storedIn = Set.copyOf(storedIn);
    certified = Set.copyOf(certified);
  }
}
