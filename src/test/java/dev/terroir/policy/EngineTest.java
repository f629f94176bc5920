package dev.terroir.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Deployment;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.language.Language;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The compiled engine against the naive one, and properties that hold of every policy. Each case is
 * made from a seed that a failure names; {@code -Dterroir.cases} sets how many requests are
 * compared.
 */
final class EngineTest {

  private static final int CASES = Integer.getInteger("terroir.cases", 100_000);
  private static final int REQUESTS_PER_WORLD = 20;

  /** Of the properties, each of which takes a world or two for a request. */
  private static final int WORLDS = Math.max(1, CASES / 50);

  /** A world, and requests to it. */
  private record Case(long seed, Library library, Tenant tenant, Dice dice) {

    static Case of(long seed) {
      Dice dice = new Dice(seed);
      Library library =
          new RandomWorld(dice, site -> "http://127.0.0.1:1/" + site + "/v1").library();
      return new Case(seed, library, library.tenants().values().iterator().next(), dice);
    }

    Claims claims() {
      return new RandomRules(dice).claims(true);
    }

    Facts facts(Claims stated) {
      return facts(stated, insight(), needs());
    }

    Facts facts(Claims stated, Insight insight, Set<Capability> needs) {
      return Facts.of(
          new JurisdictionResolver(List.of())
              .resolve(
                  tenant.country(), stated.countries(), tenant.testimony().trusts(Claim.COUNTRY)),
          tenant,
          tenant.testimony().hearing(stated),
          needs,
          insight);
    }

    Set<Capability> needs() {
      return dice.chance(0.2)
          ? Set.of(Capability.CHAT, Capability.VISION)
          : Set.of(Capability.CHAT);
    }

    /** What a text shows, every now and then. */
    Insight insight() {
      List<String> kinds =
          List.of("email", "credential", "person", "IN.aadhaar", "DE.kvnr", "ZZ.iban", "BR.cnpj");
      return dice.chance(0.5)
          ? Insight.NOTHING
          : new Insight.Known(Language.UNDETERMINED, Set.copyOf(dice.some(kinds, 2)));
    }

    PolicySet policies() {
      return new PolicySet(library, Enforcement.ofThisGateway(Map.of()), Dice.TODAY);
    }
  }

  private static Set<String> permitted(PolicySet policies, Facts facts, LocalDate day) {
    Set<String> permitted = new TreeSet<>();
    for (Explained it : policies.judge(facts, day).explain(policies.everything())) {
      if (it.isPermitted()) {
        permitted.add(it.deployment().id().value());
      }
    }
    return permitted;
  }

  private static Set<String> naively(Library library, Facts facts, LocalDate day) {
    NaiveEvaluator naive = new NaiveEvaluator(library, day);
    Set<String> permitted = new TreeSet<>();
    for (Deployment deployment : library.catalog().deployments()) {
      if (naive.permits(facts, deployment)) {
        permitted.add(deployment.id().value());
      }
    }
    return permitted;
  }

  @Test
  void agreesWithTheNaiveEvaluatorOnEveryDay() {
    int permits = 0;
    int denials = 0;
    for (long seed = 0; seed < CASES / REQUESTS_PER_WORLD; seed++) {
      Case it = Case.of(seed);
      PolicySet policies = it.policies();
      for (int i = 0; i < REQUESTS_PER_WORLD; i++) {
        Facts facts = it.facts(it.claims());
        LocalDate day = Dice.TODAY.plusDays(it.dice.upTo(6) - 3);
        Set<String> expected = naively(it.library, facts, day);
        assertThat(permitted(policies, facts, day))
            .as("seed %d, request %d", seed, i)
            .isEqualTo(expected);
        permits += expected.size();
        denials += it.library.catalog().deployments().size() - expected.size();
      }
    }
    assertThat(permits).as("some of it is permitted, or this shows nothing").isGreaterThan(WORLDS);
    assertThat(denials).isGreaterThan(WORLDS);
  }

  @Test
  void decisionAndExplanationAreOfOneMind() {
    for (long seed = 0; seed < WORLDS / 4; seed++) {
      Case it = Case.of(seed);
      PolicySet policies = it.policies();
      Facts facts = it.facts(it.claims());
      Set<String> decided = new TreeSet<>();
      if (policies.judge(facts, Dice.TODAY).decide(policies.everything())
          instanceof Decision.Permit permit) {
        for (int position : permit.candidates().positions()) {
          decided.add(it.library.catalog().deployment(position).id().value());
        }
      }
      assertThat(decided).as("seed %d", seed).isEqualTo(permitted(policies, facts, Dice.TODAY));
    }
  }

  @Test
  void wordsThatACallerAddsNeverWiden() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Case it = Case.of(seed);
      Tenant distrusted = distrusting(it.tenant);
      Case asked = new Case(seed, it.library, distrusted, it.dice);
      PolicySet policies = it.policies();
      Insight insight = it.insight();
      Set<Capability> needs = it.needs();
      Set<String> silent =
          permitted(policies, asked.facts(Claims.SILENT, insight, needs), Dice.TODAY);
      Claims said = withoutLanguage(it.claims());
      Set<String> afterwards = permitted(policies, asked.facts(said, insight, needs), Dice.TODAY);
      assertThat(silent).as("seed %d, said %s", seed, said).containsAll(afterwards);
    }
  }

  private static Tenant distrusting(Tenant tenant) {
    return new Tenant(
        tenant.id(),
        tenant.country(),
        tenant.kind(),
        tenant.control(),
        new Testimony(tenant.testimony().facts(), Set.of()),
        tenant.arrangements(),
        tenant.serving());
  }

  /** The language is what the text shows anyway: it is a hint, and rules on it are the file's. */
  private static Claims withoutLanguage(Claims claims) {
    return new Claims(
        claims.countries(),
        claims.sectors(),
        claims.data(),
        claims.purposes(),
        claims.audiences(),
        claims.payers(),
        claims.consents(),
        java.util.Optional.empty(),
        claims.age(),
        claims.subjects());
  }

  @Test
  void whatATextShowsNeverWidens() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Case it = Case.of(seed);
      PolicySet policies = it.policies();
      Claims said = it.claims();
      Set<Capability> needs = it.needs();
      Set<String> unseen = permitted(policies, it.facts(said, Insight.NOTHING, needs), Dice.TODAY);
      Set<String> seen = permitted(policies, it.facts(said, it.insight(), needs), Dice.TODAY);
      assertThat(unseen).as("seed %d", seed).containsAll(seen);
    }
  }

  @Test
  void anotherProhibitionNeverPermitsMore() {
    for (long seed = 0; seed < WORLDS / 4; seed++) {
      Case it = Case.of(seed);
      Facts facts = it.facts(it.claims());
      Set<String> before = permitted(it.policies(), facts, Dice.TODAY);
      Library stricter =
          withRule(it.library, new RandomRules(it.dice).list("X", 1, false).getFirst());
      PolicySet policies = new PolicySet(stricter, Enforcement.ofThisGateway(Map.of()), Dice.TODAY);
      assertThat(before).as("seed %d", seed).containsAll(permitted(policies, facts, Dice.TODAY));
    }
  }

  @Test
  void theOrderOfRulesIsIrrelevant() {
    for (long seed = 0; seed < WORLDS / 4; seed++) {
      Case it = Case.of(seed);
      Facts facts = it.facts(it.claims());
      PolicySet reversed =
          new PolicySet(
              rearranged(it.library, List.of()), Enforcement.ofThisGateway(Map.of()), Dice.TODAY);
      assertThat(permitted(reversed, facts, Dice.TODAY))
          .as("seed %d", seed)
          .isEqualTo(permitted(it.policies(), facts, Dice.TODAY));
    }
  }

  private static Library withRule(Library library, Rule rule) {
    return rearranged(library, List.of(rule));
  }

  /** Every country's rules backwards, with more of them in front. */
  private static Library rearranged(Library library, List<Rule> more) {
    Map<dev.terroir.jurisdiction.Jurisdiction, CountryPolicy> countries = new HashMap<>();
    library
        .countries()
        .forEach(
            (code, policy) -> {
              List<Rule> rules = new ArrayList<>(policy.rules());
              Collections.reverse(rules);
              rules.addAll(0, more);
              countries.put(
                  code,
                  new CountryPolicy(
                      code,
                      policy.name(),
                      policy.languages(),
                      policy.reviewed(),
                      policy.follows(),
                      rules,
                      policy.exports(),
                      policy.prefer()));
            });
    return new Library(
        countries,
        library.blocs(),
        library.terms(),
        library.aliases(),
        library.tenants(),
        library.catalog(),
        library.regions());
  }
}
