package dev.terroir.provider.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.provider.Failure;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer that is not 200.
 *
 * @param body an empty object where it was no JSON
 */
public record Rejection(int status, MultiMap headers, ObjectNode body, Deployment deployment) {

  private static final int LARGEST_MESSAGE = 1000;

  public String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** What the status alone says, where a dialect says no more. */
  public Failure.Kind kindOfStatus() {
    return switch (status) {
      case 400, 413, 422 -> Failure.Kind.BAD_REQUEST;
      case 401, 403 -> Failure.Kind.REFUSED_CREDENTIAL;
      case 402 -> Failure.Kind.QUOTA_SPENT;
      case 429 -> Failure.Kind.RATE_LIMITED;
      default -> status >= 500 ? Failure.Kind.UNAVAILABLE : Failure.Kind.INVALID_RESPONSE;
    };
  }

  /** The failure, with what the deployment asks for in its headers. */
  public Failure failed(Failure.Kind kind, String message) {
    return failed(kind, message, RetryAfter.of(this::header));
  }

  /**
   * @param message what the deployment says; the caller hears it only where the fault is its own,
   *     and without names of hosts, accounts or keys
   */
  public Failure failed(Failure.Kind kind, String message, Optional<Duration> retryAfter) {
    String text = message.isBlank() ? "the request was refused by the model" : message;
    String heard = kind.isCallersFault() ? Discretion.of(text, deployment) : "";
    return new Failure(
        kind, retryAfter, heard.substring(0, Math.min(heard.length(), LARGEST_MESSAGE)), "");
  }
}
