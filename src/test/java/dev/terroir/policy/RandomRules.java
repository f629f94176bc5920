package dev.terroir.policy;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Weights;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Random rules and claims that use the whole vocabulary. */
final class RandomRules {

  static final List<String> CERTIFICATES = List.of("c5", "hds", "iso");
  static final List<String> AGREEMENTS = List.of("scc", "baa", "dpa");
  static final List<String> SAFEGUARDS = List.of("DE.permit", "IN.filing", "US.copy");
  static final List<String> REGIONS = List.of("eu-1", "ap-1");
  static final List<String> REGISTERS = List.of("CN.genai-filing", "XX.register");

  private final Dice dice;

  RandomRules(Dice dice) {
    this.dice = dice;
  }

  List<Rule> list(String scope, int count, boolean withRecipients) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rules.add(
          new Rule(
              new RuleId(scope, "r" + i),
              Optional.empty(),
              new InForce(dice.maybeDay(), dice.maybeDay()),
              when(),
              where(),
              withRecipients ? recipients() : Recipients.ANYONE,
              effect(),
              dice.chance(0.15) ? Rule.Mode.SHADOW : Rule.Mode.ENFORCE));
    }
    return rules;
  }

  private Recipients recipients() {
    return new Recipients(
        dice.chance(0.5) ? places() : List.of(), dice.chance(0.5) ? places() : List.of());
  }

  private Rule.Effect effect() {
    return switch (dice.upTo(5)) {
      case 0 -> Rule.Effect.FORBID;
      case 1 -> new Rule.Effect(false, AnyOf.always(), List.of(new Obligation.DiscloseAi()));
      case 2 ->
          new Rule.Effect(
              false,
              AnyOf.always(),
              List.of(new Obligation.Protect(dice.pick(List.of(Obligation.Strength.values())))));
      default -> new Rule.Effect(false, require(), List.of());
    };
  }

  private AnyOf<RequestAttribute> when() {
    if (dice.chance(0.3)) {
      return AnyOf.always();
    }
    List<List<Condition<RequestAttribute>>> alternatives = new ArrayList<>();
    do {
      alternatives.add(
          dice.some(List.of(RequestAttribute.values()), 1).stream()
              .limit(2)
              .map(attribute -> new Condition<>(attribute, valuesOf(attribute), share()))
              .toList());
    } while (dice.chance(0.3));
    return new AnyOf<>(alternatives);
  }

  private List<String> valuesOf(RequestAttribute attribute) {
    return switch (attribute) {
      case COUNTRY,
          TENANT_CONTROLLED_FROM,
          TENANT_COUNTRY,
          TENANT_ESTABLISHED_IN,
          TENANT_OWNED_FROM ->
          places();
      case STATE -> List.of("US-CA");
      case SECTOR -> words(Sector.class, 3);
      case DATA -> words(DataClass.class, 3);
      case PURPOSE -> words(Purpose.class, 5);
      case AUDIENCE -> words(Audience.class, 1);
      case LANGUAGE -> dice.some(List.of("de", "hi", "en"), 1);
      case CAPABILITY -> words(Capability.class, 3);
      case AGE_UNDER -> List.of(dice.pick("13", "16", "18"));
      case PAYER -> words(Payer.class, 1);
      case SUBJECTS_AT_LEAST -> List.of(dice.pick("100", "10000"));
      case IDENTIFIER -> List.of("IN.aadhaar");
      case TENANT_KIND -> words(TenantKind.class, 2);
    };
  }

  private AnyOf<DeploymentAttribute> where() {
    return dice.chance(0.4) ? AnyOf.always() : deploymentConditions(false);
  }

  private AnyOf<DeploymentAttribute> require() {
    return deploymentConditions(true);
  }

  private AnyOf<DeploymentAttribute> deploymentConditions(boolean inRequire) {
    List<DeploymentAttribute> attributes = new ArrayList<>(List.of(DeploymentAttribute.values()));
    if (!inRequire) {
      attributes.remove(DeploymentAttribute.AGREEMENT);
      attributes.remove(DeploymentAttribute.CONSENT);
      attributes.remove(DeploymentAttribute.SAFEGUARD);
    }
    List<List<Condition<DeploymentAttribute>>> alternatives = new ArrayList<>();
    do {
      alternatives.add(
          dice.some(attributes, 1).stream()
              .limit(2)
              .map(attribute -> new Condition<>(attribute, valuesOf(attribute), share()))
              .toList());
    } while (dice.chance(inRequire ? 0.6 : 0.3));
    return new AnyOf<>(alternatives);
  }

  private List<String> valuesOf(DeploymentAttribute attribute) {
    return switch (attribute) {
      case LOCATED_IN,
          LOCATED_OUTSIDE,
          STORED_IN,
          STORED_OUTSIDE,
          CONTROLLED_FROM,
          CONTROLLED_OUTSIDE,
          ESTABLISHED_IN,
          OWNED_FROM,
          ACCESSED_FROM,
          ACCESSED_OUTSIDE,
          MADE_IN,
          MADE_OUTSIDE ->
          places();
      case CERTIFIED -> dice.some(CERTIFICATES, 1);
      case AGREEMENT -> dice.some(AGREEMENTS, 1);
      case CONSENT -> words(Consent.class, 1);
      case SAFEGUARD -> dice.some(SAFEGUARDS, 1);
      case SPEAKS -> dice.some(List.of("de", "hi", "en"), 1);
      case REGION -> dice.some(REGIONS, 1);
      case RETENTION_AT_MOST -> List.of(dice.pick("PT24H", "P30D", "P1M"));
      case TRAINS_ON_PROMPTS -> List.of(dice.pick("true", "false"));
      case WEIGHTS -> words(Weights.class, 1);
      case TIER -> words(Tier.class, 1);
      case HOSTING -> words(Hosting.class, 1);
      case MAKER -> List.of(dice.pick("maker-0", "maker-1"));
      case MODEL -> List.of("model-" + dice.upTo(3));
      case HOST -> List.of("host-" + dice.upTo(2));
      case APPROVED_BY -> dice.some(REGISTERS, 1);
    };
  }

  private int share() {
    return dice.pick(0, 20, 50);
  }

  private List<String> places() {
    List<String> names = new ArrayList<>(RandomWorld.PLACES);
    names.addAll(RandomWorld.BLOCS);
    return dice.some(names, 1);
  }

  private <E extends Enum<E>> List<String> words(Class<E> vocabulary, int least) {
    return dice.some(Word.all(vocabulary), least);
  }

  /** What a caller or a tenant's file might say. */
  Claims claims(boolean withCountries) {
    return new Claims(
        withCountries && dice.chance(0.4)
            ? dice.some(RandomWorld.PLACES, 1).stream().map(Jurisdiction::new).toList()
            : List.of(),
        dice.someSet(List.of(Sector.values()), 1, 0.5),
        dice.someSet(List.of(DataClass.values()), 1, 0.6),
        dice.someSet(List.of(Purpose.values()), 1, 0.4),
        dice.someSet(List.of(Audience.values()), 1, 0.4),
        dice.someSet(List.of(Payer.values()), 1, 0.4),
        dice.someSet(List.of(Consent.values()), 1, 0.4),
        dice.chance(0.5) ? Optional.of(dice.pick("de", "hi", "en")) : Optional.empty(),
        dice.chance(0.3) ? OptionalInt.of(10 + dice.upTo(20)) : OptionalInt.empty(),
        dice.chance(0.5) ? OptionalLong.of(dice.upTo(20000)) : OptionalLong.empty());
  }
}
