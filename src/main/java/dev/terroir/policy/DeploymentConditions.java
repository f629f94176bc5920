package dev.terroir.policy;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Retention;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Weights;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Evaluates conditions over deployments. Two readings of a doubtful one: a rule's {@code where} may
 * match, so the rule applies; a {@code require} or {@code order} does not surely hold, so it fails.
 */
final class DeploymentConditions {

  private final Catalog catalog;
  private final Places places;

  DeploymentConditions(Catalog catalog, Places places) {
    this.catalog = catalog;
    this.places = places;
  }

  /** The deployments that may meet the condition. */
  DeploymentSet may(AnyOf<DeploymentAttribute> where) {
    return select(deployment -> certainty(where, deployment) != Certainty.NO);
  }

  /** The deployments that surely meet the condition. */
  DeploymentSet must(AnyOf<DeploymentAttribute> require) {
    return select(deployment -> certainty(require, deployment) == Certainty.YES);
  }

  int size() {
    return catalog.deployments().size();
  }

  DeploymentSet select(Predicate<Deployment> predicate) {
    return DeploymentSet.of(
        catalog.deployments().size(), i -> predicate.test(catalog.deployment(i)));
  }

  private Certainty certainty(AnyOf<DeploymentAttribute> anyOf, Deployment deployment) {
    return anyOf.isAlways()
        ? Certainty.YES
        : anyOf.alternatives().stream()
            .map(allOf -> certainty(allOf, deployment))
            .reduce(Certainty.NO, Certainty::or);
  }

  Certainty certainty(List<Condition<DeploymentAttribute>> allOf, Deployment deployment) {
    return allOf.stream()
        .map(condition -> test(condition.attribute(), condition.values(), deployment))
        .reduce(Certainty.YES, Certainty::and);
  }

  private Certainty test(DeploymentAttribute attribute, List<String> values, Deployment it) {
    return switch (attribute) {
      case LOCATED_IN -> inside(it.locatedIn(), values);
      case LOCATED_OUTSIDE -> outside(it.locatedIn(), values);
      case STORED_IN -> inside(it.storedIn(), values);
      case STORED_OUTSIDE -> outside(it.storedIn(), values);
      case CONTROLLED_FROM -> inside(it.host().controlledFrom(), values);
      case CONTROLLED_OUTSIDE -> outside(it.host().controlledFrom(), values);
      case MADE_IN -> inside(it.model().madeIn(), values);
      case MADE_OUTSIDE -> outside(it.model().madeIn(), values);
      case ESTABLISHED_IN -> has(it.host().establishedIn(), places.countries(values));
      case CERTIFIED -> has(it.certified(), values);
      case APPROVED_BY -> has(it.model().approvedBy(), values);
      case RETENTION_AT_MOST -> keptAtMost(it, values);
      case TRAINS_ON_PROMPTS -> trains(it, values);
      case WEIGHTS -> named(Weights.class, it.model().weights(), values);
      case TIER -> named(Tier.class, it.model().tier(), values);
      case HOSTING -> named(Hosting.class, it.host().hosting(), values);
      case MAKER -> Certainty.of(values.contains(it.model().maker()));
      case MODEL -> Certainty.of(values.contains(it.model().id().value()));
      case HOST -> Certainty.of(values.contains(it.host().id().value()));
      case AGREEMENT, CONSENT -> Certainty.YES;
    };
  }

  /** All of {@code own} inside: yes; none: no; nothing known, or only some: maybe. */
  private Certainty inside(Set<String> own, List<String> values) {
    Set<String> actual = places.countries(own);
    Set<String> named = places.countries(values);
    long within = actual.stream().filter(place -> isWithin(place, named)).count();
    if (actual.isEmpty() || (within > 0 && within < actual.size())) {
      return Certainty.MAYBE;
    }
    return Certainty.of(within > 0);
  }

  private Certainty outside(Set<String> own, List<String> values) {
    return switch (inside(own, values)) {
      case YES -> Certainty.NO;
      case MAYBE -> Certainty.MAYBE;
      case NO -> Certainty.YES;
    };
  }

  private static boolean isWithin(String place, Set<String> named) {
    return named.contains(place) || (place.length() > 2 && named.contains(place.substring(0, 2)));
  }

  private static Certainty has(Collection<String> own, Collection<String> values) {
    return Certainty.of(!Collections.disjoint(own, values));
  }

  private static Certainty keptAtMost(Deployment deployment, List<String> values) {
    Retention limit = new Retention(values.getFirst());
    return deployment
        .retention()
        .map(kept -> Certainty.of(kept.compareTo(limit) <= 0))
        .orElse(Certainty.MAYBE);
  }

  private static Certainty trains(Deployment deployment, List<String> values) {
    Optional<Boolean> known = deployment.trainsOnPrompts();
    return known
        .map(trains -> Certainty.of(values.contains(trains.toString())))
        .orElse(Certainty.MAYBE);
  }

  private static <E extends Enum<E>> Certainty named(
      Class<E> vocabulary, E own, List<String> values) {
    return Certainty.of(
        values.stream().anyMatch(value -> Word.find(vocabulary, value).orElseThrow() == own));
  }
}
