package dev.terroir.policy;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Credential;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.Dialect;
import dev.terroir.catalog.Evidence;
import dev.terroir.catalog.Field;
import dev.terroir.catalog.Host;
import dev.terroir.catalog.HostId;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.LanguageEvidence;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.catalog.LanguageGrades;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.catalog.Provenance;
import dev.terroir.catalog.Retention;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Verification;
import dev.terroir.catalog.Weights;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Speech;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.TenantKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A random library: small, so that its rules meet each other, and with gaps in what is known. */
public final class RandomWorld {

  static final List<String> PLACES = List.of("DE", "FR", "IN", "JP", "US", "CN");
  static final List<String> BLOCS = List.of("EAST", "WEST", "POOL");

  private final Dice dice;
  private final RandomRules rules;
  private final UnaryOperator<String> endpoint;

  public RandomWorld(Dice dice, UnaryOperator<String> endpoint) {
    this.dice = dice;
    this.rules = new RandomRules(dice);
    this.endpoint = endpoint;
  }

  public Library library() {
    Map<Jurisdiction, CountryPolicy> countries = new HashMap<>();
    for (String code : dice.some(PLACES, 4)) {
      countries.put(new Jurisdiction(code), country(code));
    }
    if (dice.chance(0.3)) {
      countries.put(new Jurisdiction("US-CA"), country("US-CA"));
    }
    Map<String, BlocPolicy> blocs = new HashMap<>();
    BLOCS.forEach(id -> blocs.put(id, bloc(id)));
    Map<ModelId, Model> models = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      Model model = model("model-" + i);
      models.put(model.id(), model);
    }
    List<Host> hosts = List.of(host("host-0"), host("host-1"), host("host-2"));
    List<Deployment> deployments = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      deployments.add(
          deployment("d" + i, dice.pick(List.copyOf(models.values())), dice.pick(hosts)));
    }
    List<Terms> terms =
        List.of(
            new Terms(
                AnyOf.of(new Condition<>(DeploymentAttribute.HOST, List.of("host-0"))),
                rules.list("HOST/host-0", 1, true)),
            new Terms(
                AnyOf.of(new Condition<>(DeploymentAttribute.MODEL, List.of("model-1"))),
                rules.list("LICENCE/model-1", 1, true)));
    Tenant tenant = tenant();
    return new Library(
        countries,
        blocs,
        terms,
        List.of(),
        Map.of(tenant.id(), tenant),
        new Catalog(models.values(), deployments, grades()),
        Map.of());
  }

  private LanguageGrades grades() {
    List<LanguageEvidence> evidence = new ArrayList<>();
    int results = dice.upTo(4);
    for (int i = 0; i < results; i++) {
      evidence.add(
          new LanguageEvidence(
              new ModelId("model-" + dice.upTo(4)),
              dice.pick("de", "hi", "en"),
              dice.pick(LanguageGrade.values()),
              "dice",
              "thrown",
              "dice",
              Dice.TODAY.minusDays(dice.upTo(2))));
    }
    return new LanguageGrades(evidence);
  }

  private Speech speech() {
    return dice.chance(0.3)
        ? new Speech(
            Optional.empty(),
            Optional.of(dice.pick(LanguageGrade.DOCUMENTED, LanguageGrade.FLUENT)))
        : Speech.ANY;
  }

  private CountryPolicy country(String code) {
    List<Rule> own = rules.list(code, dice.upTo(4), false);
    List<Rule> exports = rules.list(code + "/exports", dice.upTo(2), true);
    return new CountryPolicy(
        new Jurisdiction(code),
        code,
        List.of(),
        Dice.TODAY,
        dice.some(BLOCS, 1),
        own,
        exports,
        List.of());
  }

  private BlocPolicy bloc(String id) {
    List<Bloc.Membership> members = new ArrayList<>();
    for (String code : dice.some(PLACES, 3)) {
      members.add(new Bloc.Membership(code, new InForce(dice.maybeDay(), dice.maybeDay())));
    }
    return new BlocPolicy(
        new Bloc(id, id, Bloc.LegalEffect.POLITICAL, members),
        Dice.TODAY,
        rules.list(id, dice.upTo(2), false),
        rules.list(id + "/exports", dice.upTo(1), true));
  }

  private Model model(String id) {
    return new Model(
        new ModelId(id),
        id,
        dice.pick(List.of("maker-0", "maker-1")),
        dice.someSet(PLACES, 1, 0.95),
        dice.pick(Weights.values()),
        dice.pick(Tier.values()),
        dice.someSet(List.of("de", "hi", "en"), 2, 1),
        java.util.Set.of(Capability.CHAT, Capability.TOOLS, Capability.VISION),
        dice.some(RandomRules.REGISTERS, 1),
        provenance());
  }

  private Host host(String id) {
    return new Host(
        new HostId(id),
        id,
        control(dice.someSet(PLACES, 2, 0.95)),
        dice.someSet(PLACES, 1, 0.9),
        dice.pick(Hosting.values()),
        Dialect.OPENAI,
        dice.someSet(RandomRules.AGREEMENTS, 1, 0.3),
        provenance());
  }

  private Deployment deployment(String site, Model model, Host host) {
    String id = site + "/" + model.id();
    return new Deployment(
        new DeploymentId(id),
        model,
        host,
        "served-as-" + site,
        dice.chance(0.15) ? java.util.Set.of(dice.pick(BLOCS)) : dice.someSet(PLACES, 1, 0.95),
        dice.someSet(PLACES, 1, 0.7),
        dice.someSet(RandomRules.CERTIFICATES, 1, 0.5),
        dice.chance(0.5) ? Optional.of(new Retention("P" + dice.upTo(60) + "D")) : Optional.empty(),
        dice.chance(0.5) ? Optional.of(dice.chance(0.5)) : Optional.empty(),
        URI.create(endpoint.apply(site)),
        Credential.NONE_NEEDED,
        100,
        Optional.of(dice.pick(RandomRules.REGIONS)),
        Optional.empty(),
        provenance());
  }

  private Control control(java.util.Set<String> controlledFrom) {
    Map<String, Integer> shares = new HashMap<>();
    dice.someSet(PLACES, 1, 0.5).forEach(code -> shares.put(code, dice.pick(10, 30, 60)));
    return new Control(controlledFrom, shares, dice.someSet(PLACES, 1, 0.9));
  }

  private Map<String, InForce> safeguards() {
    Map<String, InForce> safeguards = new HashMap<>();
    dice.someSet(RandomRules.SAFEGUARDS, 1, 0.6)
        .forEach(id -> safeguards.put(id, new InForce(dice.maybeDay(), dice.maybeDay())));
    return safeguards;
  }

  /** Some facts, or all of them, are from memory. */
  private Provenance provenance() {
    Map<Field, Evidence> own = new HashMap<>();
    dice.someSet(java.util.List.of(Field.values()), 1, 0.3)
        .forEach(field -> own.put(field, evidence(Verification.RECALLED)));
    boolean recalled = dice.chance(0.05);
    return new Provenance(evidence(recalled ? Verification.RECALLED : Verification.SEEN), own);
  }

  private static Evidence evidence(Verification verification) {
    return new Evidence(Optional.empty(), "dice", Optional.empty(), "low", verification);
  }

  private Tenant tenant() {
    return new Tenant(
        new TenantId("random"),
        new Jurisdiction(dice.pick(PLACES)),
        dice.pick(TenantKind.values()),
        control(dice.someSet(PLACES, 1, 1)),
        new Testimony(
            dice.chance(0.5) ? rules.claims(false) : Claims.SILENT,
            java.util.Set.copyOf(dice.some(List.of(Claim.values()), 2))),
        new Arrangements(
            Map.of(new HostId("host-1"), dice.someSet(RandomRules.AGREEMENTS, 1, 0.5)),
            safeguards()),
        Serving.in(speech()));
  }
}
