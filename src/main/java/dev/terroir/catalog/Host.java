package dev.terroir.catalog;

import dev.terroir.jurisdiction.Control;
import java.util.Set;

/**
 * Who serves models.
 *
 * @param control who has the operator in hand
 * @param accessedFrom where its staff can reach the machines from
 * @param agreements the agreements that are in force with it for every tenant
 */
public record Host(
    HostId id,
    String name,
    Control control,
    Set<String> accessedFrom,
    Hosting hosting,
    Dialect dialect,
    Set<String> agreements,
    Provenance provenance) {

  public Host {
    accessedFrom = Set.copyOf(accessedFrom);
    agreements = Set.copyOf(agreements);
  }

  /** The countries whose law can compel the operator; empty when not known. */
  public Set<String> controlledFrom() {
    return control.controlledFrom();
  }
}
