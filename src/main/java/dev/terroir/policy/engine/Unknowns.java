package dev.terroir.policy.engine;

import dev.terroir.catalog.Deployment;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.RuleId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is not known is not permitted: places, operators, and the law of a place without a file. */
final class Unknowns {

  private final Set<String> known;
  private final Places places;
  private final DeploymentConditions conditions;

  Unknowns(Library library, Places places, DeploymentConditions conditions) {
    this.known = known(library, places);
    this.places = places;
    this.conditions = conditions;
  }

  List<Exclusion> all() {
    return List.of(
        exclusion(
            "unknown-place",
            "where it runs is not known",
            it -> places.countries(it.locatedIn()).isEmpty()),
        exclusion(
            "unknown-operator",
            "whose law can compel its operator is not known",
            it -> places.countries(it.host().controlledFrom()).isEmpty()),
        exclusion(
            "unknown-origin",
            "where its weights come from is not known",
            it -> places.countries(it.model().madeIn()).isEmpty()),
        exclusion(
            "no-file",
            "it runs in a country that no policy file speaks for",
            this::runsWithoutFile));
  }

  private Exclusion exclusion(String name, String reason, Predicate<Deployment> unknown) {
    return new Exclusion(new RuleId("TERROIR", name), reason, conditions.select(unknown), false);
  }

  /** The law of a place is known by its own file, or by that of a bloc with rules that it is in. */
  private boolean runsWithoutFile(Deployment deployment) {
    return places.countries(deployment.locatedIn()).stream()
        .map(place -> place.substring(0, 2))
        .anyMatch(country -> !known.contains(country));
  }

  private static Set<String> known(Library library, Places places) {
    Set<String> known = new HashSet<>();
    library.countries().keySet().forEach(code -> known.add(code.code()));
    library.blocs().values().stream()
        .filter(policy -> !policy.rules().isEmpty())
        .forEach(policy -> known.addAll(policy.bloc().membersOn(places.day())));
    return known;
  }
}
