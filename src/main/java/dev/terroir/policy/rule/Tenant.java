package dev.terroir.policy.rule;

import dev.terroir.catalog.HostId;
import dev.terroir.catalog.Retention;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.TenantKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tenant's file.
 *
 * @param country the home of its requests
 * @param control who owns it and where it has establishments
 * @param facts what holds of all its requests
 * @param mayAssert on what its requests have the last word
 * @param models the models, deployments and aliases that it may name, or nothing for all
 * @param substitute whether a lawful model may answer for one that is refused
 * @param agreements what it has agreed with which hosts
 * @param safeguards the permits, filings, assessments and copies at home that it has, and on which
 *     days
 * @param speech its usual language, and how well models must know a request's
 * @param keepsResponses how long its responses can be referred to; nothing where they are not kept
 */
public record Tenant(
    TenantId id,
    Jurisdiction country,
    TenantKind kind,
    Control control,
    Claims facts,
    Set<Claim> mayAssert,
    Optional<Set<String>> models,
    boolean substitute,
    Map<HostId, Set<String>> agreements,
    Map<String, InForce> safeguards,
    List<Preference> prefer,
    Speech speech,
    Optional<Retention> keepsResponses) {

  public Tenant {
    mayAssert = Set.copyOf(mayAssert);
    models = models.map(Set::copyOf);
    agreements = Map.copyOf(agreements);
    safeguards = Map.copyOf(safeguards);
    prefer = List.copyOf(prefer);
  }

  /** A tenant whose responses are not kept. */
  public Tenant(
      TenantId id,
      Jurisdiction country,
      TenantKind kind,
      Control control,
      Claims facts,
      Set<Claim> mayAssert,
      Optional<Set<String>> models,
      boolean substitute,
      Map<HostId, Set<String>> agreements,
      Map<String, InForce> safeguards,
      List<Preference> prefer,
      Speech speech) {
    this(
        id,
        country,
        kind,
        control,
        facts,
        mayAssert,
        models,
        substitute,
        agreements,
        safeguards,
        prefer,
        speech,
        Optional.empty());
  }

  /** The same, and it says nothing about languages. */
  public Tenant(
      TenantId id,
      Jurisdiction country,
      TenantKind kind,
      Control control,
      Claims facts,
      Set<Claim> mayAssert,
      Optional<Set<String>> models,
      boolean substitute,
      Map<HostId, Set<String>> agreements,
      Map<String, InForce> safeguards,
      List<Preference> prefer) {
    this(
        id,
        country,
        kind,
        control,
        facts,
        mayAssert,
        models,
        substitute,
        agreements,
        safeguards,
        prefer,
        Speech.ANY);
  }

  /** The countries whose owners control it. */
  public Set<String> controlledFrom() {
    return control.controlledFrom();
  }

  /** The safeguards that it has on {@code day}. */
  public Set<String> safeguardsOn(LocalDate day) {
    return safeguards.entrySet().stream()
        .filter(entry -> entry.getValue().on(day))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it may use {@code model} by that name. */
  public boolean mayName(String model) {
    return models.map(allowed -> allowed.contains(model)).orElse(true);
  }
}
