package dev.terroir.api.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.LegalReasons;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Refusal;
import dev.terroir.gateway.RefusalCode;

/** Refusals in OpenAI's shape: all four keys, {@code param} null where nothing is at fault. */
public final class OpenAiErrors {

  private OpenAiErrors() {}

  /**
   * @param exchange the id of the record, for the caller to quote
   */
  public static ObjectNode of(Refusal refusal, String exchange) {
    ObjectNode root = Json.object();
    ObjectNode error = root.putObject("error");
    error.put("message", refusal.message()).put("type", type(refusal.kind()));
    if (refusal.param().isEmpty()) {
      error.putNull("param");
    } else {
      error.put("param", refusal.param());
    }
    error.put("code", refusal.code());
    refusal.legal().ifPresent(legal -> root.set("terroir", LegalReasons.of(legal, exchange)));
    return root;
  }

  private static String type(RefusalCode.Kind kind) {
    return switch (kind) {
      case INVALID, TOO_LARGE -> "invalid_request_error";
      case AUTHENTICATION -> "authentication_error";
      case PERMISSION -> "permission_error";
      case NOT_FOUND -> "not_found_error";
      case RATE -> "rate_limit_error";
      case OVERLOADED, TIMEOUT, FAILURE -> "server_error";
    };
  }
}
