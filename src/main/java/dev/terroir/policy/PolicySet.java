package dev.terroir.policy;

import dev.terroir.catalog.Catalog;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.engine.Compiler;
import dev.terroir.policy.engine.DeploymentConditions;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.engine.Exclusion;
import dev.terroir.policy.engine.RuleTable;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.RuleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled library: answers what the rules say to a request. Rules, memberships and terms take
 * effect on their day without being loaded again: the rules are compiled for a span of days in
 * which nothing changes, and anew when that is over. Thread-safe; a decision takes no lock.
 */
public final class PolicySet {

  private final Library library;
  private final Enforcement enforcement;
  private final NavigableSet<LocalDate> changes;
  private final NavigableSet<LocalDate> memberships;
  private final List<Exclusion> unavailable;
  private final Map<LocalDate, DeploymentConditions> conditions = new ConcurrentHashMap<>();
  private final Map<LocalDate, RuleTable> spans = new ConcurrentHashMap<>();
  private volatile RuleTable current;

  public PolicySet(Library library, Enforcement enforcement, LocalDate today) {
    this.library = library;
    this.enforcement = enforcement;
    this.changes = changes(library);
    this.memberships = memberships(library);
    Catalog catalog = library.catalog();
    this.unavailable =
        enforcement.unavailable().entrySet().stream()
            .map(
                entry ->
                    new Exclusion(
                        new RuleId("TERROIR", "unavailable"),
                        entry.getKey(),
                        DeploymentSet.of(
                            catalog.deployments().size(),
                            i -> entry.getValue().test(catalog.deployment(i))),
                        true))
            .toList();
    this.current = compile(today);
    this.spans.put(current.from(), current);
  }

  private static NavigableSet<LocalDate> changes(Library library) {
    Stream<LocalDate> safeguards =
        library.tenants().values().stream()
            .flatMap(tenant -> tenant.arrangements().safeguards().values().stream())
            .flatMap(InForce::changes);
    NavigableSet<LocalDate> changes = memberships(library);
    library.rules().flatMap(rule -> rule.inForce().changes()).forEach(changes::add);
    safeguards.forEach(changes::add);
    return changes;
  }

  /** The days on which a country joins a bloc, or has just left it. */
  private static NavigableSet<LocalDate> memberships(Library library) {
    return library.groups().values().stream()
        .flatMap(bloc -> bloc.memberships().stream())
        .flatMap(membership -> membership.inForce().changes())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private RuleTable compile(LocalDate day) {
    LocalDate first = Optional.ofNullable(changes.floor(day)).orElse(LocalDate.MIN);
    LocalDate next = Optional.ofNullable(changes.higher(day)).orElse(LocalDate.MAX);
    return new Compiler(library, enforcement, first, conditionsOn(day)).compile(next, unavailable);
  }

  /** What deployments meet a condition on {@code day}; shared by all days with the same members. */
  public DeploymentConditions conditionsOn(LocalDate day) {
    LocalDate joined = Optional.ofNullable(memberships.floor(day)).orElse(LocalDate.MIN);
    return conditions.computeIfAbsent(
        joined,
        since -> new DeploymentConditions(library.catalog(), new Places(library.groups(), since)));
  }

  /** Explanations may ask about any day, so every span that was asked about stays compiled. */
  private RuleTable tableOf(LocalDate day) {
    RuleTable table = current;
    if (!table.coversDay(day)) {
      LocalDate start = Optional.ofNullable(changes.floor(day)).orElse(LocalDate.MIN);
      table = spans.computeIfAbsent(start, this::compile);
      current = table;
    }
    return table;
  }

  public Library library() {
    return library;
  }

  /** What the rules in force on {@code day} say to {@code facts}. */
  public Verdict judge(Facts facts, LocalDate day) {
    return Verdict.of(tableOf(day), facts.on(day));
  }

  /**
   * The deployments that {@code name} stands for: a model, a deployment, an alias or {@code auto}.
   * What an alias stands for can change with the day: {@link Verdict#named} knows that of a
   * request.
   */
  public Optional<DeploymentSet> named(String name) {
    return Optional.ofNullable(current.named().get(name));
  }

  /** Every deployment. */
  public DeploymentSet everything() {
    return named(RuleTable.ANY_MODEL).orElseThrow();
  }
}
