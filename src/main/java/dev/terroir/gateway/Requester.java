package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.identity.Caller;
import dev.terroir.language.LanguageHints;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** Who asks: the key, and what is known of the tenant whose key it is. */
public record Requester(Caller caller, Tenant tenant) {

  /** What the texts of {@code request} show; local telephone numbers are those of who is bound. */
  PromptInsight insight(Inbound inbound, ChatRequest request, Claims stated, Parts parts) {
    List<String> regions =
        Stream.concat(Stream.of(tenant.country()), stated.countries().stream())
            .map(jurisdiction -> jurisdiction.country().code())
            .distinct()
            .toList();
    return new PromptInsight(request, parts, regions, hints(inbound));
  }

  /** What may stand in for the language of a text that does not show it. */
  private LanguageHints hints(Inbound inbound) {
    return new LanguageHints(inbound.acceptLanguage(), tenant.serving().speech().usual());
  }
}
