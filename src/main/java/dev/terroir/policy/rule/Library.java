package dev.terroir.policy.rule;

import dev.terroir.catalog.Catalog;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.Jurisdiction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that the operators' files say about law and about what there is. Immutable. */
public record Library(
    Map<Jurisdiction, CountryPolicy> countries,
    Map<String, BlocPolicy> blocs,
    List<Terms> terms,
    List<Alias> aliases,
    Map<TenantId, Tenant> tenants,
    Catalog catalog) {

  public Library {
    countries = Map.copyOf(countries);
    blocs = Map.copyOf(blocs);
    terms = List.copyOf(terms);
    aliases = List.copyOf(aliases);
    tenants = Map.copyOf(tenants);
  }

  /** The blocs by id. */
  public Map<String, Bloc> groups() {
    Map<String, Bloc> groups = new HashMap<>();
    blocs.forEach((id, policy) -> groups.put(id, policy.bloc()));
    return groups;
  }
}
