package dev.terroir.policy.rule;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.Jurisdiction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that the operators' files say about law and about what there is. Immutable.
 *
 * @param regions the places of each region that can be cut off as a whole
 */
public record Library(
    Map<Jurisdiction, CountryPolicy> countries,
    Map<String, BlocPolicy> blocs,
    List<Terms> terms,
    List<Alias> aliases,
    Map<TenantId, Tenant> tenants,
    Catalog catalog,
    Map<String, List<String>> regions) {

  public Library {
    countries = Map.copyOf(countries);
    blocs = Map.copyOf(blocs);
    terms = List.copyOf(terms);
    aliases = List.copyOf(aliases);
    tenants = Map.copyOf(tenants);
    regions = Map.copyOf(regions);
  }

  /** The same law, with more deployments. */
  public Library with(Collection<Deployment> more) {
    List<Deployment> all = new ArrayList<>(catalog.deployments());
    all.addAll(more);
    Catalog wider = new Catalog(catalog.models(), all, catalog.grades());
    return new Library(countries, blocs, terms, aliases, tenants, wider, regions);
  }

  /** The same library, with more terms. */
  public Library with(Terms more) {
    List<Terms> all = new ArrayList<>(terms);
    all.add(more);
    return new Library(countries, blocs, all, aliases, tenants, catalog, regions);
  }

  /** Every rule of countries, blocs, hosts and licences, exports included. */
  public Stream<Rule> rules() {
    Stream<Rule> ofCountries =
        countries.values().stream()
            .flatMap(it -> Stream.concat(it.rules().stream(), it.exports().stream()));
    Stream<Rule> ofBlocs =
        blocs.values().stream()
            .flatMap(it -> Stream.concat(it.rules().stream(), it.exports().stream()));
    return Stream.of(ofCountries, ofBlocs, terms.stream().flatMap(it -> it.rules().stream()))
        .flatMap(rules -> rules);
  }

  /** The blocs by id. */
  public Map<String, Bloc> groups() {
    Map<String, Bloc> groups = new HashMap<>();
    blocs.forEach((id, policy) -> groups.put(id, policy.bloc()));
    return groups;
  }
}
