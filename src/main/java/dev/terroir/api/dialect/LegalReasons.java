package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Refusal;
import dev.terroir.policy.Reason;

/** What a refusal by law adds beside the error, the same in every dialect. */
public final class LegalReasons {

  /** How many deployments a reason names; an explanation has them all. */
  private static final int MOST_NAMED = 20;

  private LegalReasons() {}

  /**
   * @param exchange the id of the record, for the caller to quote
   */
  public static ObjectNode of(Refusal.Legal legal, String exchange) {
    ObjectNode terroir =
        Json.object().put("decision", exchange).put("jurisdictions", legal.jurisdictions());
    ArrayNode reasons = terroir.putArray("reasons");
    legal.reasons().forEach(reason -> reasons.add(reason(reason)));
    ArrayNode lawful = terroir.putArray("lawful");
    legal.lawful().forEach(model -> lawful.add(model.value()));
    return terroir;
  }

  private static ObjectNode reason(Reason reason) {
    ObjectNode node = Json.object().put("rule", reason.rule()).put("law", reason.law());
    ArrayNode deployments = node.putArray("deployments");
    reason.deployments().stream().limit(MOST_NAMED).forEach(id -> deployments.add(id.value()));
    int more = reason.deployments().size() - MOST_NAMED;
    return more > 0 ? node.put("more", more) : node;
  }
}
