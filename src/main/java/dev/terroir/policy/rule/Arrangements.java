package dev.terroir.policy.rule;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.HostId;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tenant has arranged so that more is lawful for it.
 *
 * @param agreements what it has agreed with which hosts
 * @param safeguards the permits, filings, assessments and copies at home that it has, and on which
 *     days
 */
public record Arrangements(Map<HostId, Set<String>> agreements, Map<String, InForce> safeguards) {

  /** Nothing: what the law allows as it stands. */
  public static final Arrangements NONE = new Arrangements(Map.of(), Map.of());

  public Arrangements {
    agreements = Map.copyOf(agreements);
    safeguards = Map.copyOf(safeguards);
  }

  /** Every agreement with every host and every safeguard that any rule asks for. */
  public static Arrangements all(Library library) {
    Set<String> agreements = asked(library, DeploymentAttribute.AGREEMENT);
    Map<HostId, Set<String>> withEveryHost = new HashMap<>();
    for (Deployment deployment : library.catalog().deployments()) {
      withEveryHost.put(deployment.host().id(), agreements);
    }
    Map<String, InForce> safeguards = new HashMap<>();
    asked(library, DeploymentAttribute.SAFEGUARD).forEach(id -> safeguards.put(id, InForce.ALWAYS));
    return new Arrangements(withEveryHost, safeguards);
  }

  private static Set<String> asked(Library library, DeploymentAttribute attribute) {
    return library
        .rules()
        .flatMap(rule -> rule.effect().require().conditions())
        .filter(condition -> condition.attribute() == attribute)
        .flatMap(condition -> condition.values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The safeguards that it has on {@code day}. */
  public Set<String> safeguardsOn(LocalDate day) {
    return safeguards.entrySet().stream()
        .filter(entry -> entry.getValue().on(day))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
