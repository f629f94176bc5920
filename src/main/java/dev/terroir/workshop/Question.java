package dev.terroir.workshop;

import dev.terroir.catalog.Capability;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.ClaimsReader;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import dev.terroir.routing.Health;
import dev.terroir.routing.Strategy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request that somebody wants explained.
 *
 * @param tenant who asks; nobody in particular where it is empty: a company at home in the first
 *     country, whose word is trusted
 * @param model as callers name it
 * @param facts as callers state them, and {@code tenant-kind}
 */
public record Question(
    Optional<String> tenant, String model, Map<String, String> facts, LocalDate day) {

  private static final String TENANT_KIND = "tenant-kind";
  private static final int CANDIDATES = 3;

  public Question {
    facts = Map.copyOf(facts);
  }

  /** What it comes to. */
  public sealed interface Answer {

    record Explained(Verdict verdict, DeploymentSet asked, Strategy strategy) implements Answer {

      public Explanation explanation() {
        return new Explanation(verdict, asked, strategy);
      }
    }

    /** What is wrong with the question. */
    record Faulty(String message) implements Answer {}
  }

  /** A question that cannot be asked. */
  private static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message, null, false, false);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  /** The decision by the rules alone, as the gateway can carry them out. */
  public Answer ask(Contents contents) {
    try {
      return explain(contents);
    } catch (Unclear unclear) {
      return new Answer.Faulty(unclear.text());
    }
  }

  private Answer explain(Contents contents) throws Unclear {
    Claims claims = claims();
    Tenant asking = tenant(contents, claims);
    PolicySet policies =
        new PolicySet(contents.library(), Enforcement.ofThisGateway(Map.of()), day);
    Facts all =
        Facts.of(
            new JurisdictionResolver(contents.binds())
                .resolve(
                    asking.country(), claims.countries(), asking.testimony().trusts(Claim.COUNTRY)),
            asking,
            asking.testimony().hearing(claims),
            Set.of(Capability.CHAT),
            Insight.NOTHING);
    Verdict verdict = policies.judge(all, day);
    DeploymentSet asked =
        verdict
            .named(model)
            .orElseThrow(() -> new Unclear("no model, deployment or alias `" + model + "`"));
    Health healthy = new Health(Clock.systemUTC());
    Strategy strategy = new Strategy(contents.library().catalog(), healthy, CANDIDATES);
    return new Answer.Explained(verdict, asked, strategy);
  }

  private Claims claims() throws Unclear {
    Map<Claim, String> stated = new EnumMap<>(Claim.class);
    Map<String, String> ofRequest = new HashMap<>(facts);
    ofRequest.remove(TENANT_KIND);
    for (Map.Entry<String, String> fact : ofRequest.entrySet()) {
      String known = Word.all(Claim.class) + " and " + TENANT_KIND;
      Claim claim =
          Word.find(Claim.class, fact.getKey())
              .orElseThrow(
                  () -> new Unclear("no fact `" + fact.getKey() + "`: there are " + known));
      stated.put(claim, fact.getValue());
    }
    return switch (ClaimsReader.read(stated)) {
      case ClaimsReader.Reading.Read(var claims) -> claims;
      case ClaimsReader.Reading.Faulty(var code, var message, var claim) ->
          throw new Unclear(claim.word() + ": " + message);
    };
  }

  private Tenant tenant(Contents contents, Claims claims) throws Unclear {
    if (tenant.isPresent()) {
      return Optional.ofNullable(contents.library().tenants().get(new TenantId(tenant.get())))
          .orElseThrow(() -> new Unclear("no tenant `" + tenant.get() + "`"));
    }
    Jurisdiction home =
        claims.countries().stream()
            .findFirst()
            .orElseThrow(
                () -> new Unclear("say who asks: a tenant, or a country, as in country=DE"));
    Set<String> country = Set.of(home.country().code());
    return new Tenant(
        new TenantId("explain"),
        home,
        kind(),
        new Control(country, Map.of(), country),
        Testimony.OF_REQUESTS,
        Arrangements.NONE,
        Serving.PLAIN);
  }

  private TenantKind kind() throws Unclear {
    String word = facts.getOrDefault(TENANT_KIND, TenantKind.COMPANY.word());
    return Word.find(TenantKind.class, word)
        .orElseThrow(
            () ->
                new Unclear(
                    "no kind of tenant `" + word + "`: there are " + Word.all(TenantKind.class)));
  }
}
