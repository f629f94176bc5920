package dev.terroir.policy.facts;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.HostId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Jurisdictions;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Tenant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * All that a decision is made from, besides the policies and the day. Made once per exchange. What
 * nobody has said counts in the stricter way: personal data, a public audience, any payer, any
 * number of people; only nobody is taken for a child whose age nobody states.
 *
 * @param claims what is said of the request, all sources heard
 * @param capabilities what the request needs of a model
 * @param bits the closed vocabularies of the claims
 * @param recipients whom export rules ask about: all who are bound, the tenant and its owners
 * @param safeguards those that the tenant has on the day of the decision
 */
public record Facts(
    Jurisdictions jurisdictions,
    Tenant tenant,
    Claims claims,
    Set<Capability> capabilities,
    Insight insight,
    Bits bits,
    Set<String> recipients,
    Set<String> safeguards) {

  /** Facts without safeguards: see {@link #on}. */
  public static Facts of(
      Jurisdictions jurisdictions,
      Tenant tenant,
      Claims claims,
      Set<Capability> capabilities,
      Insight insight) {
    Set<String> recipients = new LinkedHashSet<>();
    for (Jurisdiction bound : jurisdictions.all()) {
      recipients.add(bound.code());
    }
    recipients.add(tenant.country().code());
    recipients.addAll(tenant.controlledFrom());
    Bits bits = Bits.of(claims, capabilities, tenant);
    return new Facts(
        jurisdictions, tenant, claims, capabilities, insight, bits, recipients, Set.of());
  }

  /** These facts with the safeguards that the tenant has on {@code day}. */
  public Facts on(LocalDate day) {
    if (tenant.arrangements().safeguards().isEmpty()) {
      return this;
    }
    Set<String> then = tenant.arrangements().safeguardsOn(day);
    return new Facts(jurisdictions, tenant, claims, capabilities, insight, bits, recipients, then);
  }

  /** Whether one of {@code codes} is a jurisdiction that binds, or the country of one. */
  public boolean isBoundByAny(Set<String> codes) {
    for (Jurisdiction bound : jurisdictions.all()) {
      if (bound.isAnyOf(codes)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this meets what {@code asked} asks of closed vocabularies. The text is looked at only
   * where the class of data that it may show would decide.
   */
  public boolean meet(Bits asked) {
    return bits.meet(asked) || (couldMeet(asked) && shown().meet(asked));
  }

  private boolean couldMeet(Bits asked) {
    return (asked.data() & ShownData.POSSIBLE) != 0 && bits.withData(asked.data()).meet(asked);
  }

  private Bits shown() {
    return bits.withData(bits.data() | ShownData.bits(bits.data(), insight, claims));
  }

  /**
   * Whether something stands in the request that protection of this strength cannot deal with:
   * pictures and speech, which nobody reads here, and where it is to block, anything at all.
   */
  public boolean defies(Obligation.Strength strength) {
    boolean opaque =
        capabilities.contains(Capability.VISION) || capabilities.contains(Capability.SPEECH);
    return switch (strength) {
      case PSEUDONYMISE, REDACT -> opaque;
      case BLOCK -> opaque || !insight.kinds().isEmpty() || insight.showsSomebody();
    };
  }

  /** How many people the data is about; any number where nobody has said. */
  public long subjects() {
    return claims.subjects().orElse(Long.MAX_VALUE);
  }

  /** The language said by a trusted source, else the one that the text shows; may be empty. */
  public String language() {
    return claims.language().orElseGet(() -> insight.language().tag());
  }

  public Map<HostId, Set<String>> agreements() {
    return tenant.arrangements().agreements();
  }
}
