package dev.terroir.policy;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.ModelId;
import dev.terroir.policy.Decision.Cause;
import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Preferences;
import dev.terroir.policy.engine.Ranks;
import dev.terroir.policy.engine.RuleTable;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say to one request about every deployment, before anybody asks for one. Immutable.
 */
public final class Verdict {

  private final RuleTable table;
  private final Facts facts;
  private final DeploymentSet unlawful;
  private final DeploymentSet excluded;
  private final BitSet applied;

  /**
   * @param unlawful what the rules exclude; the tenant's floor for languages excludes more
   */
  private Verdict(RuleTable table, Facts facts, DeploymentSet unlawful, BitSet applied) {
    this.table = table;
    this.facts = facts;
    this.unlawful = unlawful;
    this.excluded = table.belowFloor(facts).map(unlawful::or).orElse(unlawful);
    this.applied = applied;
  }

  static Verdict of(RuleTable table, Facts facts) {
    long[] excluded = table.unlawful().words();
    BitSet applied = new BitSet(table.rules().size());
    if (table.unknown(facts).isPresent()) {
      Arrays.fill(excluded, -1L);
    } else {
      table.enforced().apply(facts, excluded, applied);
    }
    return new Verdict(table, facts, DeploymentSet.wrap(excluded), applied);
  }

  public Facts facts() {
    return facts;
  }

  /** Whether nothing in the rules changes between the day of this and {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return table.coversDay(day);
  }

  /**
   * The deployments that {@code name} stands for on the day of this: a model, a deployment, an
   * alias or {@code auto}.
   */
  public Optional<DeploymentSet> named(String name) {
    return Optional.ofNullable(table.named().get(name));
  }

  /** The deployment at {@code position} of the catalogue that this is about. */
  public Deployment deployment(int position) {
    return table.catalog().deployment(position);
  }

  /** The decision for a request that may go to any of {@code asked}. */
  public Decision decide(DeploymentSet asked) {
    DeploymentSet lawful = asked.andNot(excluded);
    DeploymentSet capable = capable(lawful);
    DeploymentSet available = capable.andNot(table.unavailable());
    if (!available.isEmpty()) {
      return new Permit(this, available);
    }
    Cause cause =
        lawful.isEmpty()
            ? causeOfRefusal(asked)
            : capable.isEmpty() ? Cause.NOT_CAPABLE : Cause.NOT_AVAILABLE;
    return new Deny(cause, reasons(asked), lawfulModels());
  }

  /** Those of {@code asked} that may lawfully serve the request, can, and can be called. */
  public DeploymentSet serving(DeploymentSet asked) {
    return capable(asked.andNot(excluded)).andNot(table.unavailable());
  }

  private DeploymentSet capable(DeploymentSet among) {
    return table.capable(among, facts.capabilities());
  }

  private Cause causeOfRefusal(DeploymentSet asked) {
    if (table.unknown(facts).isPresent()) {
      return Cause.UNKNOWN_JURISDICTION;
    }
    if (!asked.andNot(unlawful).isEmpty()) {
      return Cause.BELOW_LANGUAGE_FLOOR;
    }
    boolean prohibited =
        explainer()
            .applied()
            .filter(rule -> isAboutPurpose(rule.rule()))
            .anyMatch(rule -> asked.andNot(rule.excludedFor(facts)).isEmpty());
    return prohibited ? Cause.PURPOSE_PROHIBITED : Cause.NO_LAWFUL_DEPLOYMENT;
  }

  private static boolean isAboutPurpose(Rule rule) {
    return rule.effect().forbid()
        && rule.when()
            .conditions()
            .anyMatch(condition -> condition.attribute() == RequestAttribute.PURPOSE);
  }

  /** The models that some lawful, capable and available deployment serves, sorted. */
  public List<ModelId> lawfulModels() {
    DeploymentSet all = table.named().getOrDefault(RuleTable.ANY_MODEL, excluded);
    return Arrays.stream(serving(all).positions())
        .mapToObj(i -> deployment(i).model().id())
        .distinct()
        .sorted()
        .toList();
  }

  private Explainer explainer() {
    return new Explainer(table, facts, applied);
  }

  /** Each rule that excludes some of {@code asked}, with those that it excludes. */
  public List<Reason> reasons(DeploymentSet asked) {
    return explainer().reasons(asked);
  }

  /** Each of {@code asked} with every reason that excludes it, or with its duties. */
  public List<Explained> explain(DeploymentSet asked) {
    return explainer().explain(asked);
  }

  /** The duties under which the deployment at {@code position} may serve the request. */
  public List<Obligation> obligations(int position) {
    return explainer().obligations(position);
  }

  /** The ids of the rules that spoke, for the record. */
  public List<String> appliedRules() {
    return explainer().applied().map(rule -> rule.rule().id().toString()).toList();
  }

  /** The ids of the rules that excluded something or put a duty on it. */
  public List<String> effectiveRules() {
    return explainer().effective();
  }

  /** What the rules that are only watched would do to those of {@code asked} that may serve. */
  public List<Watched> watched(DeploymentSet asked) {
    return table.watched().isEmpty() ? List.of() : explainer().watched(serving(asked));
  }

  /** The ranks in the tenant's own preference. */
  public Ranks tenantRanks() {
    return table
        .tenantPreferences()
        .getOrDefault(facts.tenant().id(), Preferences.NONE)
        .ranks(facts);
  }

  /** The ranks in the preference of the request's home. */
  public Ranks countryRanks() {
    return table.preferencesOf(facts.jurisdictions().home()).ranks(facts);
  }
}
