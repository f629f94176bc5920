package dev.terroir.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.language.Language;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.routing.Selection.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class StrategyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Health health = new Health(InstantSource.fixed(Instant.EPOCH));

  private static Library world(UnaryOperator<String> change) {
    Map<String, String> files = new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
    files.replaceAll((name, text) -> change.apply(text));
    return Libraries.of(files).library();
  }

  /** Without what Germany prefers: what is left is language, place and weight. */
  private static Library indifferent(UnaryOperator<String> change) {
    return world(text -> change.apply(text).replaceAll("(?s)\nprefer:.*", "\n"));
  }

  private static Permit permit(Library library, String language) {
    return permit(library, Optional.of(language), Insight.NOTHING);
  }

  private static Permit permit(Library library, Optional<String> language, Insight insight) {
    Tenant tenant = library.tenants().values().stream().findFirst().orElseThrow();
    Claims claims =
        new Claims(
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            language,
            OptionalInt.empty(),
            OptionalLong.empty());
    Facts facts =
        Facts.of(
            new JurisdictionResolver(List.of()).resolve(new Jurisdiction("DE"), List.of(), false),
            tenant,
            claims,
            Set.of(Capability.CHAT),
            insight);
    PolicySet policies = new PolicySet(library, Enforcement.IDEAL, TODAY);
    return (Permit) policies.judge(facts, TODAY).decide(policies.everything());
  }

  private List<String> order(Library library, String language, String exchange) {
    return order(library, language, exchange, health);
  }

  private static List<String> order(
      Library library, String language, String exchange, Health health) {
    Selection selection =
        new Strategy(library.catalog(), health, 3).select(permit(library, language), exchange);
    return ((Ranked) selection).candidates().stream().map(Candidate::toString).toList();
  }

  @Test
  void followsTheCountrysPreference() {
    assertThat(order(world(text -> text), "de", "x"))
        .containsExactly("one/model-one", "two/model-two", "abroad/model-abroad");
  }

  @Test
  void theLanguageIsNotAskedForWherePreferencesLeaveOne() {
    // given
    Library library = world(text -> text);
    Permit permit = permit(library, Optional.empty(), new Unreadable());

    // when
    Selection selection = new Strategy(library.catalog(), health, 1).select(permit, "x");

    // then
    assertThat(((Ranked) selection).candidates()).hasToString("[one/model-one]");
  }

  @Test
  void theLanguageIsAskedForWhereSeveralAreLeft() {
    // given
    Library library = indifferent(text -> text);
    Permit permit = permit(library, Optional.empty(), new Unreadable());
    Strategy strategy = new Strategy(library.catalog(), health, 1);

    // then
    assertThatThrownBy(() -> strategy.select(permit, "x")).hasMessage("the text was read");
  }

  /** Fails whoever reads the text. */
  private record Unreadable() implements Insight {
    @Override
    public Language language() {
      throw new IllegalStateException("the text was read");
    }

    @Override
    public Set<String> kinds() {
      return Set.of();
    }

    @Override
    public Set<String> kindsSeen() {
      return Set.of();
    }

    @Override
    public boolean showsSomebody() {
      return false;
    }
  }

  @Test
  void aModelThatKnowsTheLanguageGoesBeforeANearerOneThatDoesNot() {
    Library library =
        indifferent(
            text ->
                text.replaceAll(
                    "(?s)(id: model-(?:one|two)\n.*?languages: )\\[de, en, hi\\]", "$1[de]"));
    assertThat(order(library, "hi", "x").getFirst()).isEqualTo("abroad/model-abroad");
    assertThat(order(library, "de", "x").getLast()).isEqualTo("abroad/model-abroad");
  }

  /** Another's machine abroad, a known result: it goes before a documented one nearer by. */
  @Test
  void aModelWithAResultGoesBeforeOneThatIsOnlyDocumented() {
    assertThat(order(withEvidence("abroad", "fluent"), "hi", "x").getFirst())
        .isEqualTo("abroad/model-abroad");
    assertThat(order(withEvidence("one", "weak"), "de", "x").getLast()).isEqualTo("one/model-one");
  }

  private static Library withEvidence(String model, String grade) {
    Map<String, String> files = new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
    files.replaceAll((name, text) -> text.replaceAll("(?s)\nprefer:.*", "\n"));
    files.put("evidence/own.yaml", SmallWorld.evidence("model-" + model, grade));
    return Libraries.of(files).library();
  }

  @Test
  void equalsShareByWeightAndTheSameExchangeIsDrawnAgain() {
    // given: three times the weight for `one`
    Library library =
        indifferent(
            text ->
                text.replace("served-as: one-at-host", "served-as: one-at-host\n    weight: 300"));
    assertThat(library.catalog().deployments())
        .anyMatch(it -> it.weight() == 300)
        .anyMatch(it -> it.weight() == 100);

    // when
    int ones = 0;
    int draws = 4000;
    for (int i = 0; i < draws; i++) {
      String first = order(library, "de", "exchange-" + i).getFirst();
      assertThat(first).isEqualTo(order(library, "de", "exchange-" + i).getFirst());
      ones += first.startsWith("one/") ? 1 : 0;
    }

    // then: three quarters, give or take four standard deviations
    assertThat((double) ones / draws).isBetween(0.72, 0.78);
  }

  @Test
  void leavesOutWhatFailedAgainAndAgainUntilItsTimeIsOver() {
    // given
    Health timed = new Health(() -> now.get());
    Library library = world(text -> text);
    DeploymentId one = new DeploymentId("one/model-one");
    for (int i = 0; i < 5; i++) {
      timed.failed(one);
    }

    // then
    assertThat(order(library, "de", "x", timed)).doesNotContain("one/model-one");
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(11)));
    assertThat(order(library, "de", "x", timed)).startsWith("one/model-one");
  }
}
