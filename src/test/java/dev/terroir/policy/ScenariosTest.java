package dev.terroir.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Libraries;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.scenario.Scenario;
import dev.terroir.routing.Health;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.routing.Strategy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the expected decisions that are shipped beside the policies. */
final class ScenariosTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Contents SHIPPED = Libraries.shipped();

  @TestFactory
  Stream<DynamicTest> decidesAsExpected() {
    PolicySet policies = new PolicySet(SHIPPED.library(), Enforcement.IDEAL, TODAY);
    Strategy strategy = new Strategy(SHIPPED.library().catalog(), new Health(Clock.systemUTC()), 3);
    ScenarioCheck check = new ScenarioCheck(policies, strategy, TODAY);
    return SHIPPED.scenarios().stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.file() + " " + scenario.id(),
                    () -> assertThat(check.check(scenario)).as(scenario.title()).isEmpty()));
  }

  @Test
  void everyRuleThatExcludesIsNamedByAScenario() {
    // given
    Set<String> named =
        SHIPPED.scenarios().stream()
            .flatMap(scenario -> scenario.expected().forbids().stream())
            .map(Scenario.Forbidden::rule)
            .collect(Collectors.toSet());

    // when
    List<String> unnamed =
        shippedRules()
            .filter(rule -> rule.effect().forbid() || !rule.effect().require().isAlways())
            .map(rule -> rule.id().toString())
            .filter(id -> !named.contains(id))
            .toList();

    // then
    assertThat(unnamed).isEmpty();
  }

  private static Stream<Rule> shippedRules() {
    return Stream.concat(
        SHIPPED.library().countries().values().stream().flatMap(ScenariosTest::rules),
        SHIPPED.library().blocs().values().stream()
            .flatMap(bloc -> Stream.concat(bloc.rules().stream(), bloc.exports().stream())));
  }

  private static Stream<Rule> rules(CountryPolicy country) {
    return Stream.concat(country.rules().stream(), country.exports().stream());
  }
}
