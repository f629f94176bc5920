package dev.terroir.policy.engine;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.facts.Facts;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Compiled rules by what makes them speak. Immutable.
 *
 * @param binding for each jurisdiction with a file, the rules that bind there
 * @param general the terms that are about anybody
 * @param exports for each country or subdivision, the export rules and terms about it as recipient
 */
public record RuleIndex(
    Map<Jurisdiction, List<CompiledRule>> binding,
    List<CompiledRule> general,
    Map<String, List<CompiledRule>> exports) {

  private static final int COUNTRY = 2;

  /** Whether {@code jurisdiction}, or the country that it is a part of, has a file. */
  boolean knows(Jurisdiction jurisdiction) {
    return binding.containsKey(jurisdiction)
        || (jurisdiction.isSubdivision() && binding.containsKey(jurisdiction.country()));
  }

  /** Whether no rule is here. */
  public boolean isEmpty() {
    return general.isEmpty()
        && binding.values().stream().allMatch(List::isEmpty)
        && exports.values().stream().allMatch(List::isEmpty);
  }

  /** A subdivision without a file of its own is bound by its country's. */
  private List<CompiledRule> binding(Jurisdiction jurisdiction) {
    List<CompiledRule> own = binding.get(jurisdiction);
    if (own != null) {
      return own;
    }
    return jurisdiction.isSubdivision()
        ? binding.getOrDefault(jurisdiction.country(), List.of())
        : List.of();
  }

  private List<CompiledRule> exports(String recipient) {
    List<CompiledRule> own = exports.get(recipient);
    return own != null ? own : exports.getOrDefault(recipient.substring(0, COUNTRY), List.of());
  }

  /**
   * Applies every rule that concerns {@code facts}; deny overrides, and the order is irrelevant.
   *
   * @param excluded receives the deployments that are excluded
   * @param applied receives the positions of the rules whose {@code when} matched
   */
  public void apply(Facts facts, long[] excluded, BitSet applied) {
    for (Jurisdiction jurisdiction : facts.jurisdictions().all()) {
      apply(binding(jurisdiction), facts, excluded, applied);
    }
    for (String recipient : facts.recipients()) {
      apply(exports(recipient), facts, excluded, applied);
    }
    apply(general, facts, excluded, applied);
  }

  private static void apply(
      List<CompiledRule> rules, Facts facts, long[] excluded, BitSet applied) {
    for (int i = 0; i < rules.size(); i++) {
      CompiledRule rule = rules.get(i);
      if (rule.when().holds(facts) && !applied.get(rule.position())) {
        rule.excludeInto(facts, excluded);
        applied.set(rule.position());
      }
    }
  }
}
