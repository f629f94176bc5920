package dev.terroir.policy;

import dev.terroir.catalog.Deployment;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.RuleId;
import java.util.List;
import java.util.function.Predicate;

/** What is not known is not permitted: places, operators, and the law of a place without a file. */
final class Unknowns {

  private final Library library;
  private final Places places;
  private final DeploymentConditions conditions;

  Unknowns(Library library, Places places, DeploymentConditions conditions) {
    this.library = library;
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
        .flatMap(place -> Jurisdiction.parse(place).stream())
        .map(Jurisdiction::country)
        .anyMatch(place -> !library.countries().containsKey(place) && !hasRulesOfBloc(place));
  }

  private boolean hasRulesOfBloc(Jurisdiction country) {
    return library.blocs().values().stream()
        .filter(policy -> !policy.rules().isEmpty())
        .anyMatch(policy -> policy.bloc().membersOn(places.day()).contains(country.code()));
  }
}
