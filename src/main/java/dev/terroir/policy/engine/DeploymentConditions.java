package dev.terroir.policy.engine;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Turns conditions over deployments into sets. Two readings of a doubtful one: a rule's {@code
 * where} may match, so the rule applies; a {@code require} or {@code order} does not surely hold,
 * so it fails. Every distinct condition is evaluated once. Thread-safe.
 */
public final class DeploymentConditions {

  private final Catalog catalog;
  private final Atoms atoms;
  private final Map<Condition<DeploymentAttribute>, Atom> known = new ConcurrentHashMap<>();
  private final DeploymentSet everything;
  private final DeploymentSet nothing;
  private final Speakers speakers;

  public DeploymentConditions(Catalog catalog, Places places) {
    this.catalog = catalog;
    this.atoms = new Atoms(catalog, places);
    this.everything = select(deployment -> true);
    this.nothing = select(deployment -> false);
    this.speakers = new Speakers(catalog);
  }

  /** The deployments that may meet a condition, and those that surely do. */
  private record Atom(DeploymentSet may, DeploymentSet must) {}

  /** The deployments that may meet the condition. */
  public DeploymentSet may(AnyOf<DeploymentAttribute> where) {
    DeploymentSet any = where.isAlways() ? everything : nothing;
    for (List<Condition<DeploymentAttribute>> allOf : where.alternatives()) {
      DeploymentSet all = everything;
      for (Condition<DeploymentAttribute> condition : allOf) {
        all = all.and(atom(condition).may);
      }
      any = any.or(all);
    }
    return any;
  }

  /**
   * The deployments that surely meet the condition; every agreement, consent and safeguard that it
   * asks for counts as given.
   */
  public DeploymentSet must(AnyOf<DeploymentAttribute> require) {
    DeploymentSet any = require.isAlways() ? everything : nothing;
    for (List<Condition<DeploymentAttribute>> allOf : require.alternatives()) {
      any = any.or(must(allOf));
    }
    return any;
  }

  /** The deployments that surely meet all of {@code allOf}. */
  public DeploymentSet must(List<Condition<DeploymentAttribute>> allOf) {
    DeploymentSet all = everything;
    for (Condition<DeploymentAttribute> condition : allOf) {
      all = all.and(atom(condition).must);
    }
    return all;
  }

  private Atom atom(Condition<DeploymentAttribute> condition) {
    return known.computeIfAbsent(condition, this::evaluate);
  }

  private Atom evaluate(Condition<DeploymentAttribute> condition) {
    Certainty[] certainties = atoms.evaluate(condition);
    return new Atom(
        DeploymentSet.of(size(), i -> certainties[i] != Certainty.NO),
        DeploymentSet.of(size(), i -> certainties[i] == Certainty.YES));
  }

  /** Which deployments know which language how well. */
  Speakers speakers() {
    return speakers;
  }

  int size() {
    return catalog.deployments().size();
  }

  public DeploymentSet everything() {
    return everything;
  }

  public DeploymentSet nothing() {
    return nothing;
  }

  DeploymentSet select(Predicate<Deployment> predicate) {
    return DeploymentSet.of(size(), i -> predicate.test(catalog.deployment(i)));
  }
}
