package dev.terroir.workshop.survey;

import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.TenantKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the companies of a survey have agreed, been granted and been given. Immutable.
 *
 * @param arrangements with hosts, and of their own
 * @param consents of the persons concerned
 */
public record Paperwork(Arrangements arrangements, Set<Consent> consents) {

  /** Nothing: what the law allows as it stands. */
  public static final Paperwork NONE = new Paperwork(Arrangements.NONE, Set.of());

  public Paperwork {
    consents = Set.copyOf(consents);
  }

  /** Every contract, permit and consent that any rule asks for: what diligence can open. */
  public static Paperwork complete(Library library) {
    return new Paperwork(Arrangements.all(library), EnumSet.allOf(Consent.class));
  }

  /** A company at home in {@code country}, owned there. */
  Tenant company(Jurisdiction country) {
    Set<String> home = Set.of(country.country().code());
    return new Tenant(
        new TenantId("survey"),
        country,
        TenantKind.COMPANY,
        new Control(home, Map.of(), home),
        Testimony.SILENT,
        arrangements,
        Serving.PLAIN);
  }
}
