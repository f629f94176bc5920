package dev.terroir.policy.engine;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Field;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Retention;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Weights;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.engine.Sites.Ground;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Evaluates one condition for every deployment, as far as is known. */
final class Atoms {

  private final Catalog catalog;
  private final Places places;
  private final Sites sites;

  Atoms(Catalog catalog, Places places) {
    this.catalog = catalog;
    this.places = places;
    this.sites = new Sites(catalog, places);
  }

  /** By the position of the deployment. */
  Certainty[] evaluate(Condition<DeploymentAttribute> condition) {
    List<String> values = condition.values();
    return switch (condition.attribute()) {
      case LOCATED_IN -> within(Sites.Site::located, values);
      case LOCATED_OUTSIDE -> outside(Sites.Site::located, values);
      case STORED_IN -> within(Sites.Site::stored, values);
      case STORED_OUTSIDE -> outside(Sites.Site::stored, values);
      case CONTROLLED_FROM -> within(Sites.Site::controlled, values);
      case CONTROLLED_OUTSIDE -> outside(Sites.Site::controlled, values);
      case ACCESSED_FROM -> within(Sites.Site::accessed, values);
      case ACCESSED_OUTSIDE -> outside(Sites.Site::accessed, values);
      case MADE_IN -> within(Sites.Site::made, values);
      case MADE_OUTSIDE -> outside(Sites.Site::made, values);
      case OWNED_FROM -> owned(condition);
      case ESTABLISHED_IN -> established(values);
      case CERTIFIED -> verified(Field.CERTIFIED, it -> meet(it.certified(), values));
      case RETENTION_AT_MOST -> keptAtMost(new Retention(values.getFirst()));
      case TRAINS_ON_PROMPTS -> trains(values);
      case APPROVED_BY -> known(it -> meet(it.model().approvedBy(), values));
      case SPEAKS -> known(it -> meet(it.model().languages(), values));
      case REGION -> known(it -> it.region().filter(values::contains).isPresent());
      case WEIGHTS -> word(Weights.class, it -> it.model().weights(), values);
      case TIER -> word(Tier.class, it -> it.model().tier(), values);
      case HOSTING -> word(Hosting.class, it -> it.host().hosting(), values);
      case MAKER -> known(it -> values.contains(it.model().maker()));
      case MODEL -> known(it -> values.contains(it.model().id().value()));
      case HOST -> known(it -> values.contains(it.host().id().value()));
      case AGREEMENT, CONSENT, SAFEGUARD -> known(it -> true);
    };
  }

  private Certainty[] each(Function<Integer, Certainty> certainty) {
    Certainty[] all = new Certainty[catalog.deployments().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = certainty.apply(i);
    }
    return all;
  }

  private Certainty[] ofEach(Function<Deployment, Certainty> certainty) {
    return each(i -> certainty.apply(catalog.deployment(i)));
  }

  private Certainty[] known(Predicate<Deployment> holds) {
    return ofEach(it -> Certainty.of(holds.test(it)));
  }

  /** A fact that nobody has verified may be either way. */
  private Certainty[] verified(Field field, Predicate<Deployment> holds) {
    return ofEach(
        it -> it.provenance().isVerified(field) ? Certainty.of(holds.test(it)) : Certainty.MAYBE);
  }

  private Certainty[] within(Function<Sites.Site, Ground> ground, List<String> values) {
    Set<String> named = places.countries(values);
    IdentityHashMap<Ground, Certainty> known = new IdentityHashMap<>();
    return each(i -> known.computeIfAbsent(ground.apply(sites.of(i)), it -> it.within(named)));
  }

  private Certainty[] outside(Function<Sites.Site, Ground> ground, List<String> values) {
    Certainty[] outside = within(ground, values);
    Arrays.setAll(outside, i -> outside[i].negated());
    return outside;
  }

  private Certainty[] owned(Condition<DeploymentAttribute> condition) {
    Set<String> named = places.countries(condition.values());
    return verified(
        Field.CONTROLLED_FROM,
        it -> it.host().control().isOwnedFrom(named, condition.shareAtLeast()));
  }

  private Certainty[] established(List<String> values) {
    Set<String> named = places.countries(values);
    return verified(Field.ESTABLISHED_IN, it -> meet(it.host().control().establishedIn(), named));
  }

  private Certainty[] keptAtMost(Retention limit) {
    return ofEach(
        it ->
            it.retention()
                .filter(kept -> it.provenance().isVerified(Field.RETENTION))
                .map(kept -> Certainty.of(kept.compareTo(limit) <= 0))
                .orElse(Certainty.MAYBE));
  }

  private Certainty[] trains(List<String> values) {
    return ofEach(
        it ->
            it.trainsOnPrompts()
                .filter(known -> it.provenance().isVerified(Field.TRAINS_ON_PROMPTS))
                .map(trains -> Certainty.of(values.contains(trains.toString())))
                .orElse(Certainty.MAYBE));
  }

  private <E extends Enum<E>> Certainty[] word(
      Class<E> vocabulary, Function<Deployment, E> own, List<String> values) {
    Set<E> words = new HashSet<>();
    values.forEach(value -> words.add(Word.find(vocabulary, value).orElseThrow()));
    return known(it -> words.contains(own.apply(it)));
  }

  private static boolean meet(Collection<String> own, Collection<String> values) {
    return !Collections.disjoint(own, values);
  }
}
