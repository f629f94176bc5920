package dev.terroir.policy.scenario;

import dev.terroir.catalog.Capability;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.language.Language;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request, and the decision that is expected of it.
 *
 * @param file where it stands, for messages
 * @param day on which it is asked, or nothing for any
 * @param tenant who asks: made for this scenario
 * @param identifiers the kinds of identifiers in the text
 * @param needs what is needed of a model
 * @param model as a caller names it
 * @param fixtures the deployments that exist only for the scenarios of the same file
 */
public record Scenario(
    String file,
    String id,
    String title,
    Optional<LocalDate> day,
    Tenant tenant,
    Claims claims,
    Set<String> identifiers,
    Set<Capability> needs,
    String model,
    Set<String> fixtures,
    Expected expected) {

  /**
   * @param permit whether anything is permitted
   * @param first the deployment that is tried first
   * @param permits deployments that must be permitted
   * @param forbids deployments that must be excluded, each by the rule named
   * @param cause the code of the denial
   * @param duties those that the deployment tried first must at least carry
   */
  public record Expected(
      boolean permit,
      Optional<String> first,
      List<String> permits,
      List<Forbidden> forbids,
      Optional<String> cause,
      List<String> duties) {
    public Expected {
      permits = List.copyOf(permits);
      forbids = List.copyOf(forbids);
      duties = List.copyOf(duties);
    }
  }

  /**
   * @param rule as it is shown, as in {@code DE/health-cloud}
   */
  public record Forbidden(String deployment, String rule) {}

  /** The facts, as if every word of the request were trusted. */
  public Facts facts(JurisdictionResolver resolver) {
    return Facts.of(
        resolver.resolve(tenant.country(), claims.countries(), true),
        tenant,
        claims,
        needs,
        new Insight.Known(Language.UNDETERMINED, identifiers));
  }
}
