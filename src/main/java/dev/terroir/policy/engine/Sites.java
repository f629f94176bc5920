package dev.terroir.policy.engine;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Field;
import dev.terroir.jurisdiction.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The countries of every deployment on one day, its blocs resolved. What is stated without having
 * been verified is there, and marked as doubtful. Immutable.
 */
final class Sites {

  private final List<Site> sites;
  private final Map<Ground, Ground> grounds = new HashMap<>();

  Sites(Catalog catalog, Places places) {
    this.sites =
        catalog.deployments().stream().map(deployment -> site(deployment, places)).toList();
  }

  /**
   * @param located where inference may happen
   * @param stored where its logs and state are
   * @param controlled whose law can compel its operator
   * @param accessed where the operator's staff sits
   * @param made where its weights come from
   */
  record Site(Ground located, Ground stored, Ground controlled, Ground accessed, Ground made) {}

  /**
   * @param verified whether somebody has looked, or whoever runs this gateway says so
   */
  record Ground(Set<String> countries, boolean verified) {

    /** All of it within: yes; none: no; not known, or only some: maybe. */
    Certainty within(Set<String> named) {
      int within = 0;
      for (String country : countries) {
        within += isWithin(country, named) ? 1 : 0;
      }
      if (!verified || countries.isEmpty() || (within > 0 && within < countries.size())) {
        return Certainty.MAYBE;
      }
      return Certainty.of(within > 0);
    }

    private static boolean isWithin(String place, Set<String> named) {
      return named.contains(place) || (place.length() > 2 && named.contains(place.substring(0, 2)));
    }
  }

  private Site site(Deployment it, Places places) {
    boolean control = it.provenance().isVerified(Field.CONTROLLED_FROM);
    return new Site(
        ground(places.countries(it.locatedIn()), it.provenance().isVerified(Field.LOCATED_IN)),
        ground(places.countries(it.storedIn()), it.provenance().isVerified(Field.STORED_IN)),
        ground(places.countries(it.host().controlledFrom()), control),
        ground(places.countries(it.host().accessedFrom()), control),
        ground(places.countries(it.model().madeIn()), true));
  }

  /** The same one for all deployments whose ground is alike. */
  private Ground ground(Set<String> countries, boolean verified) {
    Ground ground = new Ground(countries, verified);
    return grounds.computeIfAbsent(ground, it -> it);
  }

  Site of(int position) {
    return sites.get(position);
  }
}
