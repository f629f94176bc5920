package dev.terroir.workshop.lens;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Deployment;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.language.Language;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the real engine about requests made up for it, today, by the rules alone: every duty counts
 * as carried out, and no cell adds its own ground.
 */
public final class Requests {

  private final Lens lens;
  private final PolicySet policies;
  private final JurisdictionResolver resolver = new JurisdictionResolver(List.of());
  private final Arrangements everyArrangement;

  public Requests(Lens lens) {
    this.lens = lens;
    this.policies = lens.scenarios().policies();
    this.everyArrangement = Arrangements.all(lens.library());
  }

  /** What is said to a request from {@code home} that meets {@code conditions}. */
  public Verdict plain(Jurisdiction home, List<Condition<RequestAttribute>> conditions) {
    Example example = new Example(conditions);
    return judge(home, example, example.tenant(home), example.claims());
  }

  /** As {@link #plain}, with every agreement, consent and safeguard that a rule asks for. */
  public Verdict favoured(Jurisdiction home, List<Condition<RequestAttribute>> conditions) {
    Example example = new Example(conditions);
    Tenant tenant = example.tenant(home);
    return judge(home, example, withEverything(tenant), consenting(example.claims()));
  }

  /** As {@link #favoured}, from a tenant with its own facts. */
  public Verdict favoured(Tenant tenant, List<Condition<RequestAttribute>> conditions) {
    Example example = new Example(conditions);
    Claims claims = tenant.testimony().hearing(example.claims());
    return judge(tenant.country(), example, withEverything(tenant), consenting(claims));
  }

  private Verdict judge(Jurisdiction home, Example example, Tenant tenant, Claims claims) {
    Insight insight = new Insight.Known(Language.UNDETERMINED, example.identifiers());
    Set<Jurisdiction> bound = new LinkedHashSet<>(List.of(home));
    bound.addAll(claims.countries());
    return policies.judge(
        Facts.of(
            resolver.resolve(home, List.copyOf(bound), true),
            tenant,
            claims,
            example.needs(),
            insight),
        lens.today());
  }

  private Tenant withEverything(Tenant tenant) {
    return new Tenant(
        tenant.id(),
        tenant.country(),
        tenant.kind(),
        tenant.control(),
        tenant.testimony(),
        everyArrangement,
        tenant.serving());
  }

  private static Claims consenting(Claims claims) {
    return new Claims(
        claims.countries(),
        claims.sectors(),
        claims.data(),
        claims.purposes(),
        claims.audiences(),
        claims.payers(),
        EnumSet.allOf(Consent.class),
        claims.language(),
        claims.age(),
        claims.subjects());
  }

  /** The deployments whose model can do {@code capability}. */
  public DeploymentSet able(Capability capability) {
    List<Deployment> all = policies.library().catalog().deployments();
    return lens.real()
        .and(
            DeploymentSet.of(
                all.size(), i -> all.get(i).model().capabilities().contains(capability)));
  }
}
