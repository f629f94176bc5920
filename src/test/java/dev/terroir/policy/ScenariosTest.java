package dev.terroir.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Libraries;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.routing.ScenarioCheck;
import java.time.LocalDate;
import java.util.Set;
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
    ScenarioCheck check = new ScenarioCheck(SHIPPED, TODAY);
    return SHIPPED.scenarios().stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.file() + " " + scenario.id(),
                    () ->
                        assertThat(check.check(scenario).wrong()).as(scenario.title()).isEmpty()));
  }

  @Test
  void everyRuleIsShownByAScenario() {
    // given
    ScenarioCheck check = new ScenarioCheck(SHIPPED, TODAY);

    // when
    Set<String> uncovered = check.uncovered(check.check(SHIPPED.scenarios()));

    // then
    assertThat(uncovered).isEmpty();
  }
}
