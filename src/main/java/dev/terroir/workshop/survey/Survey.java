package dev.terroir.workshop.survey;

import dev.terroir.audit.RecordedDecision;
import dev.terroir.catalog.Capability;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Jurisdictions;
import dev.terroir.jurisdiction.Jurisdictions.Evidence;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentConditions;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.routing.Precedence;
import dev.terroir.workshop.FactsText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decides kinds of requests by the rules of one library on one day, the rules alone: what this
 * gateway can carry out or call does not count. Not thread-safe.
 */
final class Survey {

  private static final Set<Capability> CHAT = Set.of(Capability.CHAT);

  private final Library library;
  private final LocalDate day;
  private final String model;
  private final Paperwork paperwork;
  private final PolicySet policies;
  private final Precedence precedence;
  private final DeploymentSet everything;
  private Tenant company;

  Survey(Library library, Scope scope) {
    LocalDate day = scope.day();
    this.library = library;
    this.day = day;
    this.paperwork = scope.paperwork();
    this.model = scope.model();
    this.policies = new PolicySet(library, Enforcement.IDEAL, day);
    this.precedence = new Precedence(library.catalog());
    this.everything = policies.everything();
    this.company = scope.paperwork().company(new Jurisdiction("AQ"));
  }

  /**
   * What a kind of request gets.
   *
   * @param lawful the deployments that may serve it; empty when it is refused
   * @param first those of them that go first: nothing but their weights tells them apart
   */
  record Answer(Verdict verdict, DeploymentSet lawful, DeploymentSet first) {

    boolean isServed() {
      return !lawful.isEmpty();
    }
  }

  Library library() {
    return library;
  }

  DeploymentSet everything() {
    return everything;
  }

  /** How many deployments {@code cuts} are about. */
  int cutOff(List<Cut> cuts) {
    Places places = new Places(library.groups(), day);
    DeploymentConditions conditions = new DeploymentConditions(library.catalog(), places);
    DeploymentSet gone = everything.andNot(everything);
    for (Cut cut : cuts) {
      gone = gone.or(conditions.may(cut.where()));
    }
    return gone.size();
  }

  boolean speaks(int position, String language) {
    return precedence.speaks(position, language);
  }

  Answer ask(Situation situation) {
    return answer(policies.judge(facts(situation), day), model);
  }

  private Answer answer(Verdict verdict, String asked) {
    DeploymentSet lawful = verdict.serving(verdict.named(asked).orElse(everything));
    DeploymentSet first = lawful.isEmpty() ? lawful : precedence.best(verdict, lawful);
    return new Answer(verdict, lawful, first);
  }

  /** What a recorded request gets, or nothing where nobody can tell from its record any more. */
  Optional<Answer> ask(RecordedDecision recorded) {
    return FactsText.read(recorded.facts()).map(read -> ask(recorded.tenant(), read));
  }

  private Answer ask(String tenant, FactsText.Read read) {
    Jurisdiction home = read.bound().getFirst();
    Tenant asking =
        Optional.ofNullable(library.tenants().get(new TenantId(tenant)))
            .orElseGet(() -> paperwork.company(home));
    LinkedHashMap<Jurisdiction, Evidence> bound = new LinkedHashMap<>();
    read.bound().forEach(code -> bound.put(code, Evidence.REQUEST));
    Facts facts =
        Facts.of(
            new Jurisdictions(home, bound), asking, read.claims(), read.needs(), Insight.NOTHING);
    return answer(policies.judge(facts, day), Scope.ANY);
  }

  private Facts facts(Situation situation) {
    Jurisdiction country = situation.country();
    if (!company.country().equals(country)) {
      company = paperwork.company(country);
    }
    return Facts.of(
        new Jurisdictions(country, new LinkedHashMap<>()),
        company,
        claims(situation),
        CHAT,
        Insight.NOTHING);
  }

  private Claims claims(Situation situation) {
    return new Claims(
        List.of(),
        situation.sector().<Set<Sector>>map(Set::of).orElse(Set.of()),
        Set.of(situation.data()),
        Set.of(),
        Set.of(),
        Set.of(),
        paperwork.consents(),
        Optional.of(situation.language()),
        OptionalInt.empty(),
        OptionalLong.empty());
  }
}
