package dev.terroir.policy.engine;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.HostId;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Iso3166;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Law;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.policy.rule.Preference;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles a library into the table of one day. Used once. */
public final class Compiler {

  private final Library library;
  private final Enforcement enforcement;
  private final LocalDate day;
  private final Places places;
  private final RequestConditions requests;
  private final DeploymentConditions conditions;
  private final Map<HostId, DeploymentSet> ofHost;
  private final List<CompiledRule> rules = new ArrayList<>();
  private final List<CompiledRule> exporting = new ArrayList<>();

  /**
   * @param conditions of the library's catalogue, with the members that its blocs have on {@code
   *     day}; may be shared
   */
  public Compiler(
      Library library, Enforcement enforcement, LocalDate day, DeploymentConditions conditions) {
    this.library = library;
    this.enforcement = enforcement;
    this.day = day;
    this.places = new Places(library.groups(), day);
    this.requests = new RequestConditions(places);
    this.conditions = conditions;
    this.ofHost = ofHost(library.catalog());
  }

  private static Map<HostId, DeploymentSet> ofHost(Catalog catalog) {
    Map<HostId, BitSet> positions = new HashMap<>();
    int size = catalog.deployments().size();
    for (int i = 0; i < size; i++) {
      positions.computeIfAbsent(catalog.deployment(i).host().id(), id -> new BitSet()).set(i);
    }
    Map<HostId, DeploymentSet> ofHost = new HashMap<>();
    positions.forEach((host, set) -> ofHost.put(host, DeploymentSet.of(size, set)));
    return ofHost;
  }

  public RuleTable compile(LocalDate before, List<Exclusion> unavailable) {
    Map<String, List<CompiledRule>> ofBlocs = new HashMap<>();
    library
        .blocs()
        .forEach((id, bloc) -> ofBlocs.put(id, compile(bloc.rules(), conditions.everything())));
    Map<Jurisdiction, List<CompiledRule>> own = new LinkedHashMap<>();
    library
        .countries()
        .forEach((code, it) -> own.put(code, compile(it.rules(), conditions.everything())));
    library.countries().values().forEach(this::compileExports);
    library.blocs().values().forEach(this::compileExports);
    List<CompiledRule> general = compileTerms();
    Map<String, List<CompiledRule>> exports = exports();
    List<Exclusion> exclusions = new ArrayList<>(new Unknowns(library, places, conditions).all());
    exclusions.addAll(unavailable);
    return new RuleTable(
        day,
        before,
        library.catalog(),
        List.copyOf(rules),
        new RuleIndex(
            new Binding(library, own, ofBlocs, false).groups(),
            only(general, false),
            only(exports, false)),
        only(rules, true).isEmpty()
            ? RuleIndex.NONE
            : new RuleIndex(
                new Binding(library, own, ofBlocs, true).groups(),
                only(general, true),
                only(exports, true)),
        List.copyOf(exclusions),
        sum(exclusions, false),
        sum(exclusions, true),
        capable(),
        preferences(),
        tenantPreferences(),
        conditions.speakers(),
        named());
  }

  private DeploymentSet sum(List<Exclusion> exclusions, boolean lawful) {
    DeploymentSet sum = conditions.select(deployment -> false);
    for (Exclusion exclusion : exclusions) {
      sum = exclusion.lawful() == lawful ? sum.or(exclusion.deployments()) : sum;
    }
    return sum;
  }

  private static Map<String, List<CompiledRule>> only(
      Map<String, List<CompiledRule>> rules, boolean watched) {
    Map<String, List<CompiledRule>> only = new HashMap<>();
    rules.forEach((key, all) -> only.put(key, only(all, watched)));
    return Map.copyOf(only);
  }

  static List<CompiledRule> only(List<CompiledRule> rules, boolean watched) {
    return rules.stream().filter(rule -> rule.rule().isWatched() == watched).toList();
  }

  private List<CompiledRule> compile(Collection<Rule> from, DeploymentSet scope) {
    return from.stream()
        .filter(rule -> rule.inForce().on(day))
        .map(rule -> compile(rule, scope))
        .toList();
  }

  private CompiledRule compile(Rule rule, DeploymentSet scope) {
    DeploymentSet applies = scope.and(conditions.may(rule.where()));
    boolean forbids = rule.effect().forbid() || asksForTheImpossible(rule.effect());
    Requirement requirement =
        Requirement.compile(forbids ? AnyOf.always() : rule.effect().require(), conditions, ofHost);
    CompiledRule compiled =
        new CompiledRule(
            rules.size(),
            rule,
            because(rule),
            requests.compile(rule.when()),
            applies,
            forbids ? applies : applies.andNot(requirement.met()),
            requirement,
            Obligations.protection(rule.effect().obligations()));
    rules.add(compiled);
    return compiled;
  }

  private boolean asksForTheImpossible(Rule.Effect effect) {
    return !effect.obligations().stream().allMatch(enforcement.carriesOut());
  }

  private String because(Rule rule) {
    String law = rule.law().map(Law::title).orElse("");
    String impossible =
        rule.effect().obligations().stream()
            .filter(duty -> !enforcement.carriesOut().test(duty))
            .map(duty -> "its duty `" + Obligations.describe(duty) + "` cannot be carried out yet")
            .collect(Collectors.joining(", "));
    return law + (law.isEmpty() || impossible.isEmpty() ? "" : "; ") + impossible;
  }

  /** A country's exports are about the models made there and the machines standing there. */
  private void compileExports(CountryPolicy country) {
    compileExports(country.exports(), List.of(country.jurisdiction().code()));
  }

  private void compileExports(BlocPolicy bloc) {
    compileExports(bloc.exports(), List.of(bloc.bloc().id()));
  }

  private void compileExports(List<Rule> exports, List<String> origin) {
    if (!exports.isEmpty()) {
      exporting.addAll(compile(exports, conditions.may(madeOrStandingIn(origin))));
    }
  }

  private static AnyOf<DeploymentAttribute> madeOrStandingIn(List<String> origin) {
    return new AnyOf<>(
        List.of(
            List.of(new Condition<>(DeploymentAttribute.MADE_IN, origin)),
            List.of(new Condition<>(DeploymentAttribute.LOCATED_IN, origin))));
  }

  private List<CompiledRule> compileTerms() {
    List<CompiledRule> general = new ArrayList<>();
    for (Terms terms : library.terms()) {
      if (!terms.rules().isEmpty()) {
        for (CompiledRule rule : compile(terms.rules(), conditions.may(terms.scope()))) {
          (rule.rule().to().equals(Recipients.ANYONE) ? general : exporting).add(rule);
        }
      }
    }
    return general;
  }

  private Map<String, List<CompiledRule>> exports() {
    Set<String> codes = new HashSet<>(Iso3166.countries());
    library.countries().keySet().forEach(jurisdiction -> codes.add(jurisdiction.code()));
    exporting.forEach(rule -> codes.addAll(places.countries(rule.rule().to().inside())));
    exporting.forEach(rule -> codes.addAll(places.countries(rule.rule().to().outside())));
    Map<String, List<CompiledRule>> exports = new HashMap<>();
    codes.forEach(code -> exports.put(code, new ArrayList<>()));
    for (CompiledRule rule : exporting) {
      Audience audience = new Audience(rule.rule().to(), places);
      exports.forEach(
          (code, about) -> {
            if (audience.includes(code)) {
              about.add(rule);
            }
          });
    }
    return exports;
  }

  /** Recipients with their blocs resolved. */
  private record Audience(boolean anybody, Set<String> inside, Set<String> outside) {

    Audience(Recipients to, Places places) {
      this(to.inside().isEmpty(), places.countries(to.inside()), places.countries(to.outside()));
    }

    boolean includes(String code) {
      String country = code.substring(0, 2);
      boolean included = anybody || inside.contains(code) || inside.contains(country);
      return included && !outside.contains(code) && !outside.contains(country);
    }
  }

  private Map<Capability, DeploymentSet> capable() {
    Map<Capability, DeploymentSet> capable = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      capable.put(
          capability, conditions.select(it -> it.model().capabilities().contains(capability)));
    }
    return capable;
  }

  private Map<Jurisdiction, Preferences> preferences() {
    return library.countries().values().stream()
        .collect(Collectors.toMap(CountryPolicy::jurisdiction, c -> preferences(c.prefer())));
  }

  private Map<TenantId, Preferences> tenantPreferences() {
    return library.tenants().values().stream()
        .collect(Collectors.toMap(Tenant::id, tenant -> preferences(tenant.serving().prefer())));
  }

  private Preferences preferences(List<Preference> preferences) {
    return Preferences.compile(preferences, requests, conditions);
  }

  private Map<String, DeploymentSet> named() {
    Map<String, BitSet> positions = new HashMap<>();
    library.catalog().models().forEach(m -> positions.put(m.id().value(), new BitSet()));
    for (int i = 0; i < conditions.size(); i++) {
      Deployment deployment = library.catalog().deployment(i);
      positions.computeIfAbsent(deployment.model().id().value(), id -> new BitSet()).set(i);
      positions.computeIfAbsent(deployment.id().value(), id -> new BitSet()).set(i);
    }
    Map<String, DeploymentSet> named = new HashMap<>();
    positions.forEach((name, set) -> named.put(name, DeploymentSet.of(conditions.size(), set)));
    library.aliases().forEach(alias -> named.put(alias.id(), conditions.must(alias.where())));
    named.put(RuleTable.ANY_MODEL, conditions.everything());
    return Map.copyOf(named);
  }
}
