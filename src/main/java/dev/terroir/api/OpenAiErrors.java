package dev.terroir.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Refusal;
import dev.terroir.policy.Reason;

/** Refusals in OpenAI's shape: all four keys, {@code param} null where nothing is at fault. */
final class OpenAiErrors {

  /** How many deployments a reason names; an explanation has them all. */
  private static final int MOST_NAMED = 20;

  private OpenAiErrors() {}

  /**
   * @param exchange the id of the record, for the caller to quote
   */
  static ObjectNode of(Refusal refusal, String exchange) {
    ObjectNode root = Json.object();
    ObjectNode error = root.putObject("error");
    error.put("message", refusal.message()).put("type", type(refusal.status()));
    if (refusal.param().isEmpty()) {
      error.putNull("param");
    } else {
      error.put("param", refusal.param());
    }
    error.put("code", refusal.code());
    refusal.legal().ifPresent(legal -> root.set("terroir", legal(legal, exchange)));
    return root;
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403, 451 -> "permission_error";
      case 404 -> "not_found_error";
      case 429 -> "rate_limit_error";
      default -> status >= 500 ? "server_error" : "invalid_request_error";
    };
  }

  private static ObjectNode legal(Refusal.Legal legal, String exchange) {
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
