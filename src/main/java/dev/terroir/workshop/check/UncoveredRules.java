package dev.terroir.workshop.check;

import dev.terroir.jurisdiction.InForce;
import dev.terroir.policy.scenario.Scenario;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.workshop.lens.Lens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that no scenario shows; nothing where there are no scenarios at all. The rules of another
 * day have to be compiled first, so only those days are asked about on which a rule is in force
 * that is still to be shown.
 */
final class UncoveredRules implements Check {

  @Override
  public Stream<Finding> findings(Lens lens) {
    List<Scenario> scenarios = lens.contents().scenarios();
    if (scenarios.isEmpty()) {
      return Stream.empty();
    }
    LocalDate today = lens.today();
    Map<LocalDate, List<Scenario>> days =
        scenarios.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.day().orElse(today), TreeMap::new, Collectors.toList()));
    ScenarioCheck check = lens.scenarios();
    NavigableSet<String> uncovered = check.uncovered(List.of());
    Map<String, InForce> inForce = new HashMap<>();
    lens.rules().forEach(it -> inForce.put(it.id().toString(), it.rule().inForce()));
    Stream.concat(Stream.of(today), days.keySet().stream())
        .distinct()
        .filter(
            day ->
                uncovered.stream().anyMatch(it -> inForce.getOrDefault(it, InForce.ALWAYS).on(day)))
        .forEach(
            day ->
                check
                    .check(days.getOrDefault(day, List.of()))
                    .forEach(it -> it.rules().forEach(uncovered::remove)));
    return uncovered.stream()
        .map(
            rule ->
                Finding.note(Kind.UNCOVERED_RULE, lens.place(rule), "no scenario shows " + rule));
  }
}
