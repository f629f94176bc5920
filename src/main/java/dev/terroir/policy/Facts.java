package dev.terroir.policy;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.HostId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.Jurisdictions;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.EnumSet;
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
 */
public record Facts(
    Jurisdictions jurisdictions,
    Tenant tenant,
    Claims claims,
    Set<Capability> capabilities,
    Insight insight,
    Bits bits,
    Set<String> recipients) {

  /** The closed vocabularies as masks. */
  public record Bits(long sectors, long data, long purposes, long audiences, long payers) {}

  public static Facts of(
      Jurisdictions jurisdictions,
      Tenant tenant,
      Claims claims,
      Set<Capability> capabilities,
      Insight insight) {
    Bits bits =
        new Bits(
            mask(claims.sectors()),
            DataClass.bitsOf(claims.data().isEmpty() ? Set.of(DataClass.PERSONAL) : claims.data()),
            mask(claims.purposes()),
            claims.audiences().isEmpty() ? Audience.PUBLIC.bit() : mask(claims.audiences()),
            mask(claims.payers().isEmpty() ? EnumSet.allOf(Payer.class) : claims.payers()));
    Set<String> recipients = new LinkedHashSet<>();
    jurisdictions.all().forEach(jurisdiction -> recipients.add(jurisdiction.code()));
    recipients.add(tenant.country().code());
    recipients.addAll(tenant.controlledFrom());
    return new Facts(jurisdictions, tenant, claims, capabilities, insight, bits, recipients);
  }

  private static long mask(Collection<? extends Word> words) {
    long mask = 0;
    for (Word word : words) {
      mask |= word.bit();
    }
    return mask;
  }

  /** Whether one of {@code codes} is a jurisdiction that binds, or the country of one. */
  boolean isBoundByAny(Set<String> codes) {
    for (Jurisdiction bound : jurisdictions.all()) {
      if (codes.contains(bound.code())
          || (bound.isSubdivision() && codes.contains(bound.country().code()))) {
        return true;
      }
    }
    return false;
  }

  long subjects() {
    return claims.subjects().orElse(Long.MAX_VALUE);
  }

  /** The language said by a trusted source, else the one that the text shows; may be empty. */
  public String language() {
    return claims.language().orElseGet(() -> insight.language().tag());
  }

  Map<HostId, Set<String>> agreements() {
    return tenant.agreements();
  }
}
