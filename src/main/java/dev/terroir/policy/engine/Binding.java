package dev.terroir.policy.engine;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.engine.RuleIndex.Group;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups of rules bind where: a country's own, those of the blocs that it follows, and for a
 * subdivision its country's as well. Used once.
 */
final class Binding {

  private final Library library;
  private final Map<Jurisdiction, Group> own = new HashMap<>();
  private final Map<String, Group> ofBlocs = new HashMap<>();

  /**
   * @param watched whether it is about the rules that are only watched, or those that decide
   */
  Binding(
      Library library,
      Map<Jurisdiction, List<CompiledRule>> own,
      Map<String, List<CompiledRule>> ofBlocs,
      boolean watched) {
    this.library = library;
    own.forEach((code, rules) -> this.own.put(code, group(Compiler.only(rules, watched))));
    ofBlocs.forEach((id, rules) -> this.ofBlocs.put(id, group(Compiler.only(rules, watched))));
  }

  private Group group(List<CompiledRule> rules) {
    return new Group(own.size() + ofBlocs.size(), rules);
  }

  Map<Jurisdiction, List<Group>> groups() {
    Map<Jurisdiction, List<Group>> groups = new HashMap<>();
    library.countries().forEach((code, policy) -> groups.put(code, groups(code, policy)));
    groups
        .keySet()
        .removeIf(code -> code.isSubdivision() && !library.countries().containsKey(code.country()));
    return Map.copyOf(groups);
  }

  private List<Group> groups(Jurisdiction code, CountryPolicy policy) {
    Set<Group> groups = new LinkedHashSet<>();
    add(code, policy, groups);
    CountryPolicy country = library.countries().get(code.country());
    if (country != null) {
      add(code.country(), country, groups);
    }
    List<Group> speaking = new ArrayList<>(groups);
    speaking.removeIf(group -> group.rules().isEmpty());
    return List.copyOf(speaking);
  }

  private void add(Jurisdiction code, CountryPolicy policy, Set<Group> groups) {
    groups.add(own.getOrDefault(code, new Group(-1, List.of())));
    for (String bloc : policy.follows()) {
      groups.add(ofBlocs.getOrDefault(bloc, new Group(-1, List.of())));
    }
  }
}
