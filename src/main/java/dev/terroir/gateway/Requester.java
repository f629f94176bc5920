package dev.terroir.gateway;

import dev.terroir.identity.Caller;
import dev.terroir.language.LanguageHints;
import dev.terroir.policy.rule.Tenant;

/** Who asks: the key, and what is known of the tenant whose key it is. */
public record Requester(Caller caller, Tenant tenant) {

  /** What may stand in for the language of a text that does not show it. */
  LanguageHints hints(Inbound inbound) {
    return new LanguageHints(inbound.acceptLanguage(), tenant.speech().usual());
  }
}
