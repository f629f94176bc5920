package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.LegalReasons;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Refusal;
import dev.terroir.gateway.RefusalCode;

/** Refusals in Anthropic's shape; our code and the field at fault stand beside its type. */
final class AnthropicErrors {

  private AnthropicErrors() {}

  /**
   * @param exchange the id of the record, for the caller to quote
   */
  static ObjectNode of(Refusal refusal, String requestId, String exchange) {
    ObjectNode root = Json.object().put("type", "error");
    ObjectNode error = root.putObject("error");
    error.put("type", type(refusal.kind())).put("message", refusal.message());
    error.put("code", refusal.code());
    if (!refusal.param().isEmpty()) {
      error.put("param", refusal.param());
    }
    root.put("request_id", requestId);
    refusal.legal().ifPresent(legal -> root.set("terroir", LegalReasons.of(legal, exchange)));
    return root;
  }

  private static String type(RefusalCode.Kind kind) {
    return switch (kind) {
      case INVALID -> "invalid_request_error";
      case TOO_LARGE -> "request_too_large";
      case AUTHENTICATION -> "authentication_error";
      case PERMISSION -> "permission_error";
      case NOT_FOUND -> "not_found_error";
      case RATE -> "rate_limit_error";
      case OVERLOADED -> "overloaded_error";
      case TIMEOUT -> "timeout_error";
      case FAILURE -> "api_error";
    };
  }
}
