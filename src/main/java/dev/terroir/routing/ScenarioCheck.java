package dev.terroir.routing;

import dev.terroir.catalog.DeploymentId;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.Decision;
import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.DeploymentSet;
import dev.terroir.policy.Explained;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks expected decisions against the real ones. Thread-safe. */
public final class ScenarioCheck {

  private final PolicySet policies;
  private final Strategy strategy;
  private final JurisdictionResolver resolver = new JurisdictionResolver(List.of());
  private final LocalDate today;

  /**
   * @param today the day of the scenarios that name none
   */
  public ScenarioCheck(PolicySet policies, Strategy strategy, LocalDate today) {
    this.policies = policies;
    this.strategy = strategy;
    this.today = today;
  }

  /** What is not as expected, in words; empty when all is. */
  public List<String> check(Scenario scenario) {
    List<String> wrong = new ArrayList<>();
    Optional<DeploymentSet> asked = policies.named(scenario.model());
    if (asked.isEmpty()) {
      return List.of("there is no model, deployment or alias `" + scenario.model() + "`");
    }
    Verdict verdict = policies.judge(scenario.facts(resolver), scenario.day().orElse(today));
    switch (verdict.decide(asked.get())) {
      case Permit permit -> permitted(scenario, permit, wrong);
      case Deny deny -> denied(scenario, deny, wrong);
    }
    List<Explained> all = verdict.explain(policies.everything());
    for (String id : scenario.expected().permits()) {
      Explained explained = find(all, id);
      if (!explained.isPermitted()) {
        wrong.add("`" + id + "` should be permitted, and is excluded by " + explained.reasons());
      }
    }
    scenario.expected().forbids().forEach(forbidden -> forbidden(forbidden, all, wrong));
    return wrong;
  }

  private void permitted(Scenario scenario, Permit permit, List<String> wrong) {
    if (!scenario.expected().permit()) {
      wrong.add("should be denied, and is permitted: " + candidates(permit));
    }
    Optional<String> first = scenario.expected().first();
    if (first.isPresent() && !candidates(permit).getFirst().equals(first.get())) {
      wrong.add("`" + first.get() + "` should come first: " + candidates(permit));
    }
  }

  private List<String> candidates(Permit permit) {
    return strategy.select(permit, "scenario") instanceof Selection.Ranked ranked
        ? ranked.candidates().stream().map(Candidate::toString).toList()
        : List.of();
  }

  private static void denied(Scenario scenario, Deny deny, List<String> wrong) {
    if (scenario.expected().permit()) {
      wrong.add("should be permitted, and is denied: " + deny.reasons());
    }
    Decision.Cause actual = deny.cause();
    scenario
        .expected()
        .cause()
        .filter(cause -> !cause.equals(actual.code()))
        .ifPresent(cause -> wrong.add("should be denied for " + cause + ", not " + actual.code()));
  }

  private static void forbidden(
      Scenario.Forbidden forbidden, List<Explained> all, List<String> wrong) {
    Explained explained = find(all, forbidden.deployment());
    boolean named =
        explained.reasons().stream().anyMatch(reason -> reason.rule().equals(forbidden.rule()));
    if (!named) {
      wrong.add(
          "`"
              + forbidden.deployment()
              + "` should be excluded by "
              + forbidden.rule()
              + ", and is by "
              + explained.reasons());
    }
  }

  private static Explained find(List<Explained> all, String id) {
    return all.stream()
        .filter(explained -> explained.deployment().id().equals(new DeploymentId(id)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no deployment `" + id + "`"));
  }
}
