package dev.terroir.routing;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.Decision;
import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.Reason;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.policy.scenario.Scenario;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Checks expected decisions against the real ones: those of the rules alone, whatever this gateway
 * can carry out. Thread-safe.
 */
public final class ScenarioCheck {

  private static final int MOST_CANDIDATES = 3;

  private final Library library;
  private final PolicySet policies;
  private final Strategy strategy;
  private final JurisdictionResolver resolver = new JurisdictionResolver(List.of());
  private final List<Deployment> fixtures;
  private final LocalDate today;

  /**
   * @param today the day of the scenarios that name none
   */
  public ScenarioCheck(Contents contents, LocalDate today) {
    this.library = contents.library().with(contents.fixtures());
    this.policies = new PolicySet(library, Enforcement.IDEAL, today);
    this.strategy = new Strategy(library.catalog(), new Health(Clock.systemUTC()), MOST_CANDIDATES);
    this.fixtures = contents.fixtures();
    this.today = today;
  }

  /**
   * What became of a scenario.
   *
   * @param wrong what is not as expected, in words; empty when all is
   * @param rules those that excluded something, or put a duty on it
   */
  public record Checked(Scenario scenario, List<String> wrong, List<String> rules) {

    public Checked {
      wrong = List.copyOf(wrong);
      rules = List.copyOf(rules);
    }
  }

  /** The policies that are asked: the rules alone, over the catalogue and the fixtures. */
  public PolicySet policies() {
    return policies;
  }

  /** All of {@code scenarios}, in their order. */
  public List<Checked> check(List<Scenario> scenarios) {
    return scenarios.stream().map(this::check).toList();
  }

  /** The rules in the files that none of {@code checked} shows, except those only watched. */
  public NavigableSet<String> uncovered(List<Checked> checked) {
    NavigableSet<String> uncovered = new TreeSet<>();
    library
        .rules()
        .filter(rule -> !rule.isWatched())
        .forEach(rule -> uncovered.add(rule.id().toString()));
    checked.forEach(it -> it.rules().forEach(uncovered::remove));
    return uncovered;
  }

  public Checked check(Scenario scenario) {
    List<String> wrong = new ArrayList<>();
    Optional<DeploymentSet> asked = policies.named(scenario.model());
    if (asked.isEmpty()) {
      String message = "there is no model, deployment or alias `" + scenario.model() + "`";
      return new Checked(scenario, List.of(message), List.of());
    }
    LocalDate day = scenario.day().orElse(today);
    Verdict verdict = policies.judge(scenario.facts(resolver), day);
    switch (verdict.decide(candidates(scenario, asked.get()))) {
      case Permit permit -> permitted(scenario, permit, wrong);
      case Deny deny -> denied(scenario, deny, wrong);
    }
    deployments(scenario, verdict, wrong);
    return new Checked(scenario, wrong, verdict.effectiveRules());
  }

  /** The fixtures of other files stand for machines that this scenario does not know of. */
  private DeploymentSet candidates(Scenario scenario, DeploymentSet asked) {
    DeploymentSet candidates = asked;
    for (Deployment fixture : fixtures) {
      String id = fixture.id().value();
      if (!scenario.fixtures().contains(id) && !scenario.model().equals(id)) {
        candidates = candidates.without(library.catalog().position(fixture.id()).orElseThrow());
      }
    }
    return candidates;
  }

  private void deployments(Scenario scenario, Verdict verdict, List<String> wrong) {
    Scenario.Expected expected = scenario.expected();
    for (String id : expected.permits()) {
      List<String> rules = excluding(verdict, id);
      if (!rules.isEmpty()) {
        wrong.add("`" + id + "` should be permitted, and is excluded by " + rules);
      }
    }
    for (Scenario.Forbidden forbidden : expected.forbids()) {
      List<String> rules = excluding(verdict, forbidden.deployment());
      if (!rules.contains(forbidden.rule())) {
        String id = forbidden.deployment();
        wrong.add(
            "`" + id + "` should be excluded by " + forbidden.rule() + ", and is by " + rules);
      }
    }
  }

  private List<String> excluding(Verdict verdict, String id) {
    return policies
        .named(id)
        .filter(asked -> library.catalog().position(new DeploymentId(id)).isPresent())
        .map(asked -> verdict.reasons(asked).stream().map(Reason::rule).toList())
        .orElse(List.of("there being no such deployment"));
  }

  private void permitted(Scenario scenario, Permit permit, List<String> wrong) {
    List<Candidate> candidates =
        strategy.select(permit, "scenario") instanceof Selection.Ranked ranked
            ? ranked.candidates()
            : List.of();
    if (!scenario.expected().permit()) {
      wrong.add("should be denied, and is permitted: " + candidates);
    }
    scenario
        .expected()
        .first()
        .filter(first -> !candidates.getFirst().toString().equals(first))
        .ifPresent(first -> wrong.add("`" + first + "` should come first: " + candidates));
    List<String> duties =
        candidates.getFirst().obligations().stream().map(Obligations::describe).toList();
    scenario.expected().duties().stream()
        .filter(duty -> !duties.contains(duty))
        .forEach(duty -> wrong.add("should carry `" + duty + "`, and carries " + duties));
  }

  private static void denied(Scenario scenario, Deny deny, List<String> wrong) {
    if (scenario.expected().permit()) {
      wrong.add(
          "should be permitted, and is denied by "
              + deny.reasons().stream().map(Reason::rule).toList());
    }
    Decision.Cause actual = deny.cause();
    scenario
        .expected()
        .cause()
        .filter(cause -> !cause.equals(actual.code()))
        .ifPresent(cause -> wrong.add("should be denied for " + cause + ", not " + actual.code()));
  }
}
