package dev.terroir.catalog;

import java.util.Set;

/**
 * Who serves models.
 *
 * @param controlledFrom the countries whose law can compel the operator; empty when not known
 * @param establishedIn the countries in which the operator has an establishment
 * @param agreements the agreements that are in force with it for every tenant
 */
public record Host(
    HostId id,
    String name,
    Set<String> controlledFrom,
    Set<String> establishedIn,
    Hosting hosting,
    Dialect dialect,
    Set<String> agreements) {

  public Host {
    controlledFrom = Set.copyOf(controlledFrom);
    establishedIn = Set.copyOf(establishedIn);
    agreements = Set.copyOf(agreements);
  }
}
