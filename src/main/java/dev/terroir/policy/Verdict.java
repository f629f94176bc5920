package dev.terroir.policy;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.policy.Decision.Cause;
import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
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
  private final DeploymentSet excluded;
  private final DeploymentSet unavailable;
  private final BitSet applied;

  private Verdict(
      RuleTable table,
      Facts facts,
      DeploymentSet excluded,
      DeploymentSet unavailable,
      BitSet applied) {
    this.table = table;
    this.facts = facts;
    this.excluded = excluded;
    this.unavailable = unavailable;
    this.applied = applied;
  }

  static Verdict of(RuleTable table, Facts facts) {
    long[] excluded = new long[(table.catalog().deployments().size() + 63) >> 6];
    long[] unavailable = excluded.clone();
    for (Exclusion exclusion : table.exclusions()) {
      long[] into = exclusion.lawful() ? unavailable : excluded;
      for (int i = 0; i < into.length; i++) {
        into[i] |= exclusion.deployments().word(i);
      }
    }
    BitSet applied = new BitSet(table.rules().size());
    if (table.unknown(facts).isPresent()) {
      Arrays.fill(excluded, -1L);
    } else {
      table.apply(facts, excluded, applied);
    }
    return new Verdict(
        table, facts, DeploymentSet.wrap(excluded), DeploymentSet.wrap(unavailable), applied);
  }

  public Facts facts() {
    return facts;
  }

  /** Whether nothing in the rules changes between the day of this and {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return table.coversDay(day);
  }

  /** The deployment at {@code position} of the catalogue that this is about. */
  public Deployment deployment(int position) {
    return table.catalog().deployment(position);
  }

  /** The decision for a request that may go to any of {@code asked}. */
  public Decision decide(DeploymentSet asked) {
    DeploymentSet lawful = asked.andNot(excluded);
    DeploymentSet capable = capable(lawful);
    DeploymentSet available = capable.andNot(unavailable);
    if (!available.isEmpty()) {
      return new Permit(this, available);
    }
    Cause cause =
        lawful.isEmpty()
            ? causeOfRefusal(asked)
            : capable.isEmpty() ? Cause.NOT_CAPABLE : Cause.NOT_AVAILABLE;
    return new Deny(cause, reasons(asked), lawfulModels());
  }

  private DeploymentSet capable(DeploymentSet among) {
    return DeploymentSet.of(
        table.catalog().deployments().size(),
        i -> among.contains(i) && model(i).capabilities().containsAll(facts.capabilities()));
  }

  private Model model(int position) {
    return table.catalog().deployment(position).model();
  }

  private Cause causeOfRefusal(DeploymentSet asked) {
    if (table.unknown(facts).isPresent()) {
      return Cause.UNKNOWN_JURISDICTION;
    }
    boolean prohibited =
        applied.stream()
            .mapToObj(table.rules()::get)
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
    DeploymentSet all = DeploymentSet.of(table.catalog().deployments().size(), i -> true);
    return Arrays.stream(capable(all.andNot(excluded).andNot(unavailable)).positions())
        .mapToObj(i -> model(i).id())
        .distinct()
        .sorted()
        .toList();
  }

  /** Each rule that excludes some of {@code asked}, with those that it excludes. */
  public List<Reason> reasons(DeploymentSet asked) {
    List<Reason> reasons = new ArrayList<>();
    table
        .unknown(facts)
        .ifPresent(
            code -> {
              String why = "there is no policy file for `" + code + "`";
              reasons.add(new Reason("TERROIR/unknown-jurisdiction", why, ids(asked)));
            });
    for (Exclusion exclusion : table.exclusions()) {
      add(
          reasons,
          exclusion.id().toString(),
          exclusion.reason(),
          asked.and(exclusion.deployments()));
    }
    applied.stream()
        .mapToObj(table.rules()::get)
        .forEach(
            rule -> {
              DeploymentSet excludedHere = asked.and(rule.excludedFor(facts));
              add(reasons, rule.rule().id().toString(), rule.because(), excludedHere);
            });
    DeploymentSet incapable = asked.andNot(capable(asked));
    add(reasons, "TERROIR/capability", "it cannot do what the request needs", incapable);
    return reasons;
  }

  /** Each of {@code asked} with every reason that excludes it, or with its duties. */
  public List<Explained> explain(DeploymentSet asked) {
    List<Reason> all = reasons(asked);
    return Arrays.stream(asked.positions())
        .mapToObj(
            position -> {
              DeploymentId id = deployment(position).id();
              List<Reason> own =
                  all.stream().filter(reason -> reason.deployments().contains(id)).toList();
              List<Obligation> duties = own.isEmpty() ? obligations(position) : List.of();
              return new Explained(deployment(position), own, duties);
            })
        .toList();
  }

  private void add(List<Reason> reasons, String rule, String law, DeploymentSet deployments) {
    if (!deployments.isEmpty()) {
      reasons.add(new Reason(rule, law, ids(deployments)));
    }
  }

  private List<DeploymentId> ids(DeploymentSet deployments) {
    return Arrays.stream(deployments.positions())
        .mapToObj(i -> table.catalog().deployment(i).id())
        .toList();
  }

  /** The duties under which the deployment at {@code position} may serve the request. */
  public List<Obligation> obligations(int position) {
    return Obligations.strongest(
        applied.stream()
            .mapToObj(table.rules()::get)
            .filter(rule -> rule.applies().contains(position))
            .flatMap(rule -> rule.rule().effect().obligations().stream())
            .toList());
  }

  /** The ids of the rules that spoke, for the record. */
  public List<String> appliedRules() {
    return applied.stream().mapToObj(i -> table.rules().get(i).rule().id().toString()).toList();
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
    return Optional.ofNullable(table.preferences().get(facts.jurisdictions().home()))
        .orElse(Preferences.NONE)
        .ranks(facts);
  }
}
