package dev.terroir.policy.engine;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.facts.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules in force on the days from {@code from} to before {@code before}, ready for decisions.
 * Immutable.
 *
 * @param rules by position, those that are only watched included
 * @param enforced the rules that decide
 * @param watched the rules that decide nothing yet
 * @param exclusions what is excluded whatever the request
 * @param unlawful what is excluded because it is not known well enough
 * @param unavailable what is lawful and cannot be called
 * @param capable for each capability, the deployments whose model has it
 * @param speakers which deployments know which language how well
 * @param named what a caller may name: models, deployments, aliases
 */
public record RuleTable(
    LocalDate from,
    LocalDate before,
    Catalog catalog,
    List<CompiledRule> rules,
    RuleIndex enforced,
    RuleIndex watched,
    List<Exclusion> exclusions,
    DeploymentSet unlawful,
    DeploymentSet unavailable,
    Map<Capability, DeploymentSet> capable,
    Map<Jurisdiction, Preferences> preferences,
    Map<TenantId, Preferences> tenantPreferences,
    Speakers speakers,
    Map<String, DeploymentSet> named) {

  /** The name for whatever is lawful and best. */
  public static final String ANY_MODEL = "auto";

  public boolean coversDay(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(before);
  }

  /** The bound jurisdiction that neither has a file nor is part of a country with one. */
  public Optional<Jurisdiction> unknown(Facts facts) {
    for (Jurisdiction jurisdiction : facts.jurisdictions().all()) {
      if (!enforced.knows(jurisdiction)) {
        return Optional.of(jurisdiction);
      }
    }
    return Optional.empty();
  }

  /** Those of {@code among} that can do all that is needed. */
  public DeploymentSet capable(DeploymentSet among, Set<Capability> needed) {
    DeploymentSet capable = among;
    for (Capability capability : needed) {
      capable = capable.and(this.capable.getOrDefault(capability, DeploymentSet.none(among)));
    }
    return capable;
  }

  /**
   * The deployments that do not reach the tenant's floor in the language of the request; nothing
   * where there is no floor, or nobody knows the language.
   */
  public Optional<DeploymentSet> belowFloor(Facts facts) {
    Optional<LanguageGrade> floor = facts.tenant().serving().speech().floor();
    if (floor.isEmpty() || facts.language().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(speakers.below(floor.get(), facts.language()));
  }

  /** The preferences of a home; a subdivision that has none follows its country. */
  public Preferences preferencesOf(Jurisdiction home) {
    Preferences own = preferences.getOrDefault(home, Preferences.NONE);
    return own.isEmpty() && home.isSubdivision()
        ? preferences.getOrDefault(home.country(), Preferences.NONE)
        : own;
  }
}
