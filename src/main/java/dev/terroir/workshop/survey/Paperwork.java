package dev.terroir.workshop.survey;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.HostId;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.TenantKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the companies of a survey have agreed, been granted and been given. Immutable.
 *
 * @param agreements with which hosts
 * @param safeguards of their own
 * @param consents of the persons concerned
 */
public record Paperwork(
    Map<HostId, Set<String>> agreements, Map<String, InForce> safeguards, Set<Consent> consents) {

  /** Nothing: what the law allows as it stands. */
  public static final Paperwork NONE = new Paperwork(Map.of(), Map.of(), Set.of());

  public Paperwork {
    agreements = Map.copyOf(agreements);
    safeguards = Map.copyOf(safeguards);
    consents = Set.copyOf(consents);
  }

  /** Every contract, permit and consent that any rule asks for: what diligence can open. */
  public static Paperwork complete(Library library) {
    Set<String> agreements = asked(library, DeploymentAttribute.AGREEMENT);
    Map<HostId, Set<String>> withEveryHost = new HashMap<>();
    for (Deployment deployment : library.catalog().deployments()) {
      withEveryHost.put(deployment.host().id(), agreements);
    }
    Map<String, InForce> safeguards = new HashMap<>();
    asked(library, DeploymentAttribute.SAFEGUARD).forEach(id -> safeguards.put(id, InForce.ALWAYS));
    return new Paperwork(withEveryHost, safeguards, EnumSet.allOf(Consent.class));
  }

  private static Set<String> asked(Library library, DeploymentAttribute attribute) {
    return library
        .rules()
        .flatMap(rule -> rule.effect().require().conditions())
        .filter(condition -> condition.attribute() == attribute)
        .flatMap(condition -> condition.values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A company at home in {@code country}, owned there. */
  Tenant company(Jurisdiction country) {
    Set<String> home = Set.of(country.country().code());
    return new Tenant(
        new TenantId("survey"),
        country,
        TenantKind.COMPANY,
        new Control(home, Map.of(), home),
        Claims.SILENT,
        Set.of(),
        Optional.empty(),
        false,
        agreements,
        safeguards,
        List.of());
  }
}
