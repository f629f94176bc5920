package dev.terroir.policy.rule;

import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.TenantKind;
import java.util.Set;

/**
 * A tenant's file.
 *
 * @param country the home of its requests
 * @param control who owns it and where it has establishments
 * @param testimony what holds of all its requests, and what they are believed
 */
public record Tenant(
    TenantId id,
    Jurisdiction country,
    TenantKind kind,
    Control control,
    Testimony testimony,
    Arrangements arrangements,
    Serving serving) {

  /** The countries whose owners control it. */
  public Set<String> controlledFrom() {
    return control.controlledFrom();
  }

  /** Whether it may use {@code model} by that name. */
  public boolean mayName(String model) {
    return serving.models().map(allowed -> allowed.contains(model)).orElse(true);
  }
}
