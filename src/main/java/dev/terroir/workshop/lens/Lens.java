package dev.terroir.workshop.lens;

import dev.terroir.catalog.Catalog;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.engine.DeploymentConditions;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.routing.ScenarioCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder as the checks see it on one day: every rule with the deployments that it is about, and
 * where everything stands. Not thread-safe, since conditions are evaluated when first asked for.
 */
public final class Lens {

  private static final Origin UNKNOWN = new Origin("gateway.yaml", 1, 1);

  private final Contents contents;
  private final LocalDate today;
  private final Places places;
  private final DeploymentConditions conditions;
  private final DeploymentSet real;
  private final ScenarioCheck scenarios;
  private final List<SeenRule> rules = new ArrayList<>();

  public Lens(Contents contents, LocalDate today) {
    this.contents = contents;
    this.today = today;
    this.places = new Places(library().groups(), today);
    this.scenarios = new ScenarioCheck(contents, today);
    Catalog catalog = scenarios.policies().library().catalog();
    this.conditions = scenarios.policies().conditionsOn(today);
    this.real =
        DeploymentSet.of(
            catalog.deployments().size(),
            i -> library().catalog().position(catalog.deployment(i).id()).isPresent());
    library().countries().values().forEach(this::add);
    library().blocs().values().forEach(this::add);
    library().terms().forEach(this::add);
  }

  private void add(CountryPolicy country) {
    Jurisdiction code = country.jurisdiction();
    add(country.rules(), Role.BINDING, bound(Set.of(code)), real);
    add(country.exports(), Role.EXPORT, Set.of(), madeOrStandingIn(code.code()));
  }

  private void add(BlocPolicy bloc) {
    String id = bloc.bloc().id();
    Set<Jurisdiction> followers = new HashSet<>();
    for (CountryPolicy country : library().countries().values()) {
      if (country.follows().contains(id)) {
        followers.add(country.jurisdiction());
      }
    }
    add(bloc.rules(), Role.BINDING, bound(followers), real);
    add(bloc.exports(), Role.EXPORT, Set.of(), madeOrStandingIn(id));
  }

  private void add(Terms terms) {
    add(terms.rules(), Role.TERMS, Set.of(), real.and(conditions.may(terms.scope())));
  }

  private void add(Collection<Rule> from, Role role, Set<Jurisdiction> binds, DeploymentSet scope) {
    for (Rule rule : from) {
      DeploymentSet attainable =
          rule.effect().forbid() ? conditions.nothing() : conditions.must(rule.effect().require());
      DeploymentSet applies = scope.and(conditions.may(rule.where()));
      rules.add(new SeenRule(rule, role, binds, scope, applies, attainable));
    }
  }

  /** These, and the subdivisions with files that are part of them. */
  private Set<Jurisdiction> bound(Set<Jurisdiction> codes) {
    Set<Jurisdiction> bound = new HashSet<>(codes);
    library().countries().keySet().stream()
        .filter(code -> codes.contains(code.country()))
        .forEach(bound::add);
    return bound;
  }

  private DeploymentSet madeOrStandingIn(String place) {
    List<String> origin = List.of(place);
    DeploymentSet made =
        conditions.may(AnyOf.of(new Condition<>(DeploymentAttribute.MADE_IN, origin)));
    return real.and(
        made.or(conditions.may(AnyOf.of(new Condition<>(DeploymentAttribute.LOCATED_IN, origin)))));
  }

  public Contents contents() {
    return contents;
  }

  public Library library() {
    return contents.library();
  }

  public LocalDate today() {
    return today;
  }

  /** The places of today. */
  public Places places() {
    return places;
  }

  /** The real decisions, and those that the scenarios expect. */
  public ScenarioCheck scenarios() {
    return scenarios;
  }

  /** The deployments that do not only exist for the scenarios. */
  public DeploymentSet real() {
    return real;
  }

  /** What deployments meet a condition today, those included that exist only for the scenarios. */
  public DeploymentConditions conditions() {
    return conditions;
  }

  /** Every rule, those included that are over, are not yet in force, or are only watched. */
  public List<SeenRule> rules() {
    return List.copyOf(rules);
  }

  /** The rules that decide, today or later. */
  public Stream<SeenRule> deciding() {
    return rules.stream().filter(it -> !isOver(it) && !it.rule().isWatched());
  }

  public boolean isOver(SeenRule rule) {
    return rule.rule().inForce().until().filter(today::isAfter).isPresent();
  }

  /** Whether {@code code} or its country has a file: only then is a request of there decided. */
  public boolean knows(String code) {
    return Jurisdiction.parse(code)
        .filter(
            it ->
                library().countries().containsKey(it)
                    || library().countries().containsKey(it.country()))
        .isPresent();
  }

  /** Where the first of {@code subjects} stands that stands anywhere. */
  public Origin place(String... subjects) {
    return Stream.of(subjects)
        .map(contents::origin)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
