package dev.terroir.policy;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Host;
import dev.terroir.catalog.ModelId;
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
import dev.terroir.policy.rule.Preference;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles a library into the table of one day. Used once. */
final class Compiler {

  private final Library library;
  private final Enforcement enforcement;
  private final LocalDate day;
  private final Places places;
  private final RequestConditions requests;
  private final DeploymentConditions conditions;
  private final List<Requirement.Party> parties;
  private final List<CompiledRule> rules = new ArrayList<>();
  private final List<CompiledRule> exporting = new ArrayList<>();

  Compiler(Library library, Enforcement enforcement, LocalDate day) {
    this.library = library;
    this.enforcement = enforcement;
    this.day = day;
    this.places = new Places(library.groups(), day);
    this.requests = new RequestConditions(places);
    this.conditions = new DeploymentConditions(library.catalog(), places);
    Map<Host, List<Deployment>> byHost =
        library.catalog().deployments().stream().collect(Collectors.groupingBy(Deployment::host));
    this.parties =
        byHost.keySet().stream()
            .map(host -> new Requirement.Party(host, conditions.select(d -> d.host().equals(host))))
            .toList();
  }

  RuleTable compile(LocalDate before, List<Exclusion> unavailable) {
    Map<String, List<CompiledRule>> ofBlocs = new HashMap<>();
    library.blocs().forEach((id, bloc) -> ofBlocs.put(id, compile(bloc.rules(), everywhere())));
    Map<Jurisdiction, List<CompiledRule>> own = new LinkedHashMap<>();
    library.countries().forEach((code, it) -> own.put(code, compile(it.rules(), everywhere())));
    library.countries().values().forEach(this::compileExports);
    library.blocs().values().forEach(this::compileExports);
    List<CompiledRule> general = compileTerms();
    List<Exclusion> exclusions = new ArrayList<>(new Unknowns(library, places, conditions).all());
    exclusions.addAll(unavailable);
    return new RuleTable(
        day,
        before,
        library.catalog(),
        List.copyOf(rules),
        binding(own, ofBlocs),
        List.copyOf(general),
        exports(),
        List.copyOf(exclusions),
        preferences(),
        tenantPreferences(),
        named());
  }

  private DeploymentSet everywhere() {
    return conditions.select(deployment -> true);
  }

  private List<CompiledRule> compile(Collection<Rule> from, DeploymentSet scope) {
    return from.stream()
        .filter(rule -> rule.inForce().on(day))
        .map(rule -> compile(rule, scope))
        .toList();
  }

  private CompiledRule compile(Rule rule, DeploymentSet scope) {
    DeploymentSet applies = scope.and(conditions.may(rule.where()));
    Requirement requirement = Requirement.compile(rule.effect().require(), conditions, parties);
    boolean forbids = rule.effect().forbid() || asksForTheImpossible(rule.effect());
    DeploymentSet excluded = forbids ? applies : applies.andNot(requirement.met());
    CompiledRule compiled =
        new CompiledRule(
            rules.size(),
            rule,
            because(rule),
            requests.compile(rule.when()),
            applies,
            excluded,
            forbids ? Requirement.compile(AnyOf.always(), conditions, parties) : requirement);
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
    exporting.addAll(compile(exports, conditions.may(madeOrStandingIn(origin))));
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
      for (CompiledRule rule : compile(terms.rules(), conditions.may(terms.scope()))) {
        (rule.rule().to().equals(Recipients.ANYONE) ? general : exporting).add(rule);
      }
    }
    return general;
  }

  private Map<String, List<CompiledRule>> exports() {
    Map<String, List<CompiledRule>> exports = new HashMap<>();
    Stream<String> subdivisions = library.countries().keySet().stream().map(Jurisdiction::code);
    Stream.concat(Iso3166.countries().stream(), subdivisions)
        .distinct()
        .forEach(
            code ->
                exports.put(
                    code,
                    exporting.stream().filter(rule -> isAbout(rule.rule().to(), code)).toList()));
    return exports;
  }

  private boolean isAbout(Recipients to, String code) {
    String country = code.substring(0, 2);
    Set<String> inside = places.countries(to.inside());
    Set<String> outside = places.countries(to.outside());
    boolean included = to.inside().isEmpty() || inside.contains(code) || inside.contains(country);
    return included && !outside.contains(code) && !outside.contains(country);
  }

  /**
   * A country's own rules, those of the blocs that it follows, and for a subdivision its country's.
   */
  private Map<Jurisdiction, List<CompiledRule>> binding(
      Map<Jurisdiction, List<CompiledRule>> own, Map<String, List<CompiledRule>> ofBlocs) {
    Map<Jurisdiction, List<CompiledRule>> binding = new HashMap<>();
    for (Jurisdiction code : library.countries().keySet()) {
      if (library.countries().containsKey(code.country())) {
        Set<CompiledRule> all = new LinkedHashSet<>();
        Stream.of(code, code.country())
            .map(level -> Objects.requireNonNull(library.countries().get(level)))
            .forEach(
                level -> {
                  all.addAll(own.getOrDefault(level.jurisdiction(), List.of()));
                  level.follows().forEach(b -> all.addAll(ofBlocs.getOrDefault(b, List.of())));
                });
        binding.put(code, List.copyOf(all));
      }
    }
    return binding;
  }

  private Map<Jurisdiction, Preferences> preferences() {
    return library.countries().values().stream()
        .collect(Collectors.toMap(CountryPolicy::jurisdiction, c -> preferences(c.prefer())));
  }

  private Map<TenantId, Preferences> tenantPreferences() {
    return library.tenants().values().stream()
        .collect(Collectors.toMap(Tenant::id, tenant -> preferences(tenant.prefer())));
  }

  private Preferences preferences(List<Preference> preferences) {
    return Preferences.compile(preferences, requests, conditions);
  }

  private Map<String, DeploymentSet> named() {
    Map<String, DeploymentSet> named = new HashMap<>();
    library.catalog().models().forEach(m -> named.put(m.id().value(), ofModel(m.id())));
    library
        .catalog()
        .deployments()
        .forEach(d -> named.put(d.id().value(), conditions.select(d::equals)));
    library.aliases().forEach(alias -> named.put(alias.id(), conditions.must(alias.where())));
    named.put(RuleTable.ANY_MODEL, everywhere());
    return named;
  }

  private DeploymentSet ofModel(ModelId id) {
    return conditions.select(deployment -> deployment.model().id().equals(id));
  }
}
