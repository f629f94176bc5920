package dev.terroir.policy;

import dev.terroir.catalog.Host;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A compiled {@code require}: the deployments that meet it whoever asks, and those that meet it
 * thanks to a tenant's agreement or a person's consent. Immutable.
 */
final class Requirement {

  private final DeploymentSet met;
  private final List<Conditional> conditional;
  private final List<Party> parties;

  private Requirement(DeploymentSet met, List<Conditional> conditional, List<Party> parties) {
    this.met = met;
    this.conditional = List.copyOf(conditional);
    this.parties = parties;
  }

  /** A host with which agreements can be in force, and what it serves. */
  record Party(Host host, DeploymentSet deployments) {}

  /**
   * @param deployments those that meet the rest of the alternative
   * @param consents any of these is asked for; empty when none is
   * @param agreements for each line that asks for one, those that will do
   */
  private record Conditional(
      DeploymentSet deployments, Set<Consent> consents, List<Set<String>> agreements) {}

  static Requirement compile(
      AnyOf<DeploymentAttribute> require, DeploymentConditions conditions, List<Party> parties) {
    DeploymentSet met = conditions.select(deployment -> require.isAlways());
    List<Conditional> conditional = new ArrayList<>();
    for (List<Condition<DeploymentAttribute>> allOf : require.alternatives()) {
      DeploymentSet rest = conditions.must(new AnyOf<>(List.of(allOf)));
      Set<Consent> consents = consents(allOf);
      List<Set<String>> agreements = agreements(allOf);
      if (consents.isEmpty() && agreements.isEmpty()) {
        met = met.or(rest);
      } else {
        conditional.add(new Conditional(rest, consents, agreements));
      }
    }
    return new Requirement(met, conditional, parties);
  }

  private static Set<Consent> consents(List<Condition<DeploymentAttribute>> allOf) {
    return allOf.stream()
        .filter(condition -> condition.attribute() == DeploymentAttribute.CONSENT)
        .flatMap(condition -> condition.values().stream())
        .map(value -> Word.find(Consent.class, value).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Set<String>> agreements(List<Condition<DeploymentAttribute>> allOf) {
    return allOf.stream()
        .filter(condition -> condition.attribute() == DeploymentAttribute.AGREEMENT)
        .map(condition -> Set.copyOf(condition.values()))
        .toList();
  }

  /** The deployments that meet it whoever asks. */
  DeploymentSet met() {
    return met;
  }

  boolean isConditional() {
    return !conditional.isEmpty();
  }

  /** Adds to {@code allowed} the deployments that meet it for this request. */
  void addMet(Facts facts, long[] allowed) {
    for (Conditional alternative : conditional) {
      if (!alternative.consents.isEmpty()
          && Collections.disjoint(alternative.consents, facts.claims().consents())) {
        continue;
      }
      DeploymentSet deployments = alternative.deployments;
      for (Set<String> agreement : alternative.agreements) {
        deployments = deployments.and(agreedWith(facts, agreement, allowed.length));
      }
      for (int i = 0; i < allowed.length; i++) {
        allowed[i] |= deployments.word(i);
      }
    }
  }

  private DeploymentSet agreedWith(Facts facts, Set<String> agreement, int wordCount) {
    DeploymentSet agreed = DeploymentSet.wrap(new long[wordCount]);
    for (Party party : parties) {
      Set<String> own = facts.agreements().getOrDefault(party.host().id(), Set.of());
      if (!Collections.disjoint(own, agreement)
          || !Collections.disjoint(party.host().agreements(), agreement)) {
        agreed = agreed.or(party.deployments());
      }
    }
    return agreed;
  }
}
