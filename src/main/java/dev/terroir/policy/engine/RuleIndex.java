package dev.terroir.policy.engine;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.facts.Facts;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Compiled rules by what makes them speak. Immutable.
 *
 * @param binding for each jurisdiction with a file, the groups of rules that bind there: its own,
 *     its country's, and those of the blocs that it follows
 * @param general the terms that are about anybody
 * @param exports for each country or subdivision, the export rules and terms about it as recipient
 */
public record RuleIndex(
    Map<Jurisdiction, List<Group>> binding,
    List<CompiledRule> general,
    Map<String, List<CompiledRule>> exports) {

  /** Of no rule. */
  static final RuleIndex NONE = new RuleIndex(Map.of(), List.of(), Map.of());

  private static final int COUNTRY = 2;

  /**
   * The rules of one file, which bind as a whole.
   *
   * @param number its place among all groups
   */
  record Group(int number, List<CompiledRule> rules) {

    Group {
      rules = List.copyOf(rules);
    }
  }

  /** Whether {@code jurisdiction}, or the country that it is a part of, has a file. */
  boolean knows(Jurisdiction jurisdiction) {
    return binding.containsKey(jurisdiction)
        || (jurisdiction.isSubdivision() && binding.containsKey(jurisdiction.country()));
  }

  /** Whether no rule is here. */
  public boolean isEmpty() {
    return general.isEmpty()
        && exports.isEmpty()
        && binding.values().stream().allMatch(groups -> groups.isEmpty());
  }

  /** A subdivision without a file of its own is bound by its country's. */
  private List<Group> groups(Jurisdiction jurisdiction) {
    List<Group> own = binding.get(jurisdiction);
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
   * Countries of one bloc share its rules, which are applied once.
   *
   * @param excluded receives the deployments that are excluded
   * @param applied receives the positions of the rules whose {@code when} matched
   */
  public void apply(Facts facts, long[] excluded, BitSet applied) {
    BitSet done = new BitSet();
    for (Jurisdiction jurisdiction : facts.jurisdictions().all()) {
      List<Group> groups = groups(jurisdiction);
      for (int i = 0; i < groups.size(); i++) {
        Group group = groups.get(i);
        if (!done.get(group.number())) {
          done.set(group.number());
          apply(group.rules(), facts, excluded, applied);
        }
      }
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
