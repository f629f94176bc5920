package dev.terroir.policy;

import dev.terroir.catalog.Catalog;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Jurisdiction;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules in force on the days from {@code from} to before {@code before}, ready for decisions.
 * Immutable.
 *
 * @param rules by position
 * @param binding for each jurisdiction with a file, the rules that bind there
 * @param general the terms that are about anybody
 * @param exports for each country or subdivision, the export rules and terms about it as recipient
 * @param exclusions what is excluded whatever the request
 * @param named what a caller may name: models, deployments, aliases
 */
record RuleTable(
    LocalDate from,
    LocalDate before,
    Catalog catalog,
    List<CompiledRule> rules,
    Map<Jurisdiction, List<CompiledRule>> binding,
    List<CompiledRule> general,
    Map<String, List<CompiledRule>> exports,
    List<Exclusion> exclusions,
    Map<Jurisdiction, Preferences> preferences,
    Map<TenantId, Preferences> tenantPreferences,
    Map<String, DeploymentSet> named) {

  /** The name for whatever is lawful and best. */
  static final String ANY_MODEL = "auto";

  boolean coversDay(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(before);
  }

  /** The bound jurisdiction that has no file, if there is one. */
  Optional<Jurisdiction> unknown(Facts facts) {
    for (Jurisdiction jurisdiction : facts.jurisdictions().all()) {
      if (!binding.containsKey(jurisdiction)) {
        return Optional.of(jurisdiction);
      }
    }
    return Optional.empty();
  }

  /**
   * Applies every rule that concerns {@code facts}; deny overrides, and the order is irrelevant.
   *
   * @param excluded receives the deployments that are excluded
   * @param applied receives the positions of the rules whose {@code when} matched
   */
  void apply(Facts facts, long[] excluded, BitSet applied) {
    for (Jurisdiction jurisdiction : facts.jurisdictions().all()) {
      apply(binding.getOrDefault(jurisdiction, List.of()), facts, excluded, applied);
    }
    for (String recipient : facts.recipients()) {
      apply(exports.getOrDefault(recipient, List.of()), facts, excluded, applied);
    }
    apply(general, facts, excluded, applied);
  }

  private static void apply(
      List<CompiledRule> rules, Facts facts, long[] excluded, BitSet applied) {
    for (CompiledRule rule : rules) {
      if (rule.when().holds(facts)) {
        rule.excludeInto(facts, excluded);
        applied.set(rule.position());
      }
    }
  }
}
