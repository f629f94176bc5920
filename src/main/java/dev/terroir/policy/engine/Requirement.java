package dev.terroir.policy.engine;

import dev.terroir.catalog.HostId;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A compiled {@code require}: the deployments that meet it whoever asks, and those that meet it
 * thanks to a person's consent, or to a tenant's agreements and safeguards. Immutable.
 */
public final class Requirement {

  private final DeploymentSet met;
  private final List<Conditional> conditional;

  private Requirement(DeploymentSet met, List<Conditional> conditional) {
    this.met = met;
    this.conditional = List.copyOf(conditional);
  }

  /**
   * @param deployments those that meet the rest of the alternative
   * @param consents for each line that asks for one, those that will do
   * @param safeguards for each line that asks for one, those that will do
   */
  private record Conditional(
      DeploymentSet deployments,
      List<Set<Consent>> consents,
      List<Set<String>> safeguards,
      List<Agreement> agreements) {

    /** Whether the person and the tenant have given what does not depend on the deployment. */
    boolean isOpenTo(Facts facts) {
      for (Set<Consent> consent : consents) {
        if (Collections.disjoint(consent, facts.claims().consents())) {
          return false;
        }
      }
      for (Set<String> safeguard : safeguards) {
        if (Collections.disjoint(safeguard, facts.safeguards())) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * An agreement asked for.
   *
   * @param ids those that will do
   * @param general the deployments of the hosts that have one with everybody
   */
  private record Agreement(
      Set<String> ids, DeploymentSet general, Map<HostId, DeploymentSet> ofHost) {

    /** The deployments whose hosts have one with this tenant. */
    DeploymentSet with(Facts facts) {
      DeploymentSet agreed = general;
      for (Map.Entry<HostId, Set<String>> own : facts.agreements().entrySet()) {
        DeploymentSet deployments = ofHost.get(own.getKey());
        if (deployments != null && !Collections.disjoint(own.getValue(), ids)) {
          agreed = agreed.or(deployments);
        }
      }
      return agreed;
    }
  }

  static Requirement compile(
      AnyOf<DeploymentAttribute> require,
      DeploymentConditions conditions,
      Map<HostId, DeploymentSet> ofHost) {
    DeploymentSet met = require.isAlways() ? conditions.everything() : conditions.nothing();
    List<Conditional> conditional = new ArrayList<>();
    for (List<Condition<DeploymentAttribute>> allOf : require.alternatives()) {
      DeploymentSet rest = conditions.must(allOf);
      Conditional alternative =
          new Conditional(
              rest, consents(allOf), safeguards(allOf), agreements(allOf, conditions, ofHost));
      if (alternative.consents.isEmpty()
          && alternative.safeguards.isEmpty()
          && alternative.agreements.isEmpty()) {
        met = met.or(rest);
      } else {
        conditional.add(alternative);
      }
    }
    return new Requirement(met, conditional);
  }

  private static List<Set<Consent>> consents(List<Condition<DeploymentAttribute>> allOf) {
    return asking(allOf, DeploymentAttribute.CONSENT).stream()
        .map(
            values ->
                values.stream()
                    .map(value -> Word.find(Consent.class, value).orElseThrow())
                    .collect(Collectors.toUnmodifiableSet()))
        .toList();
  }

  private static List<Set<String>> safeguards(List<Condition<DeploymentAttribute>> allOf) {
    return asking(allOf, DeploymentAttribute.SAFEGUARD).stream().map(Set::copyOf).toList();
  }

  private static List<Agreement> agreements(
      List<Condition<DeploymentAttribute>> allOf,
      DeploymentConditions conditions,
      Map<HostId, DeploymentSet> ofHost) {
    return asking(allOf, DeploymentAttribute.AGREEMENT).stream()
        .map(
            ids ->
                new Agreement(
                    Set.copyOf(ids),
                    conditions.select(it -> !Collections.disjoint(it.host().agreements(), ids)),
                    ofHost))
        .toList();
  }

  private static List<Collection<String>> asking(
      List<Condition<DeploymentAttribute>> allOf, DeploymentAttribute attribute) {
    return allOf.stream()
        .filter(condition -> condition.attribute() == attribute)
        .<Collection<String>>map(Condition::values)
        .toList();
  }

  /** The deployments that meet it whoever asks. */
  DeploymentSet met() {
    return met;
  }

  boolean isConditional() {
    return !conditional.isEmpty();
  }

  /** The deployments that could meet it if all consents, agreements and safeguards were given. */
  public DeploymentSet attainable() {
    DeploymentSet attainable = met;
    for (Conditional alternative : conditional) {
      attainable = attainable.or(alternative.deployments);
    }
    return attainable;
  }

  /** Adds to {@code allowed} the deployments that meet it thanks to what this request has. */
  void addMet(Facts facts, long[] allowed) {
    for (int i = 0; i < conditional.size(); i++) {
      Conditional alternative = conditional.get(i);
      if (alternative.isOpenTo(facts)) {
        DeploymentSet deployments = alternative.deployments;
        for (int a = 0; a < alternative.agreements.size(); a++) {
          deployments = deployments.and(alternative.agreements.get(a).with(facts));
        }
        deployments.addTo(allowed);
      }
    }
  }
}
