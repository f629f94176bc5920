package dev.terroir.workshop.lens;

import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * A rule with the deployments that it is about. Immutable.
 *
 * @param binds the jurisdictions with a file whose requests it binds; empty for exports and terms
 * @param scope the deployments that its file speaks of at all
 * @param applies those of them that it may apply to
 * @param attainable the deployments that meet what it requires, or would with every agreement,
 *     consent and safeguard, those included that exist only for scenarios; none where it forbids
 */
public record SeenRule(
    Rule rule,
    Role role,
    Set<Jurisdiction> binds,
    DeploymentSet scope,
    DeploymentSet applies,
    DeploymentSet attainable) {

  public SeenRule {
    binds = Set.copyOf(binds);
  }

  public RuleId id() {
    return rule.id();
  }

  public boolean isRequiring() {
    return !rule.effect().forbid() && !rule.effect().require().isAlways();
  }

  /** Whether it can ever bind a request: the rules of a bloc that nobody follows cannot. */
  public boolean isAboutAny() {
    return role != Role.BINDING || !binds.isEmpty();
  }

  /** Whether the two bind the requests of one jurisdiction. */
  public boolean bindsWith(SeenRule other) {
    return !Collections.disjoint(binds, other.binds);
  }

  /** Whether there is a day, {@code today} or later, on which both are in force. */
  public boolean meetsInTime(SeenRule other, LocalDate today) {
    LocalDate first = latest(today, latest(first(), other.first()));
    return !first.isAfter(last()) && !first.isAfter(other.last());
  }

  /** Whether this is in force on every day, {@code today} or later, on which {@code other} is. */
  public boolean outlasts(SeenRule other, LocalDate today) {
    return !latest(today, first()).isAfter(latest(today, other.first()))
        && !last().isBefore(other.last());
  }

  private LocalDate first() {
    return inForce().from().orElse(LocalDate.MIN);
  }

  private LocalDate last() {
    return inForce().until().orElse(LocalDate.MAX);
  }

  private InForce inForce() {
    return rule.inForce();
  }

  private static LocalDate latest(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
