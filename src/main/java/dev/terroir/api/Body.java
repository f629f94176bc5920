package dev.terroir.api;

import dev.terroir.gateway.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads a JSON body whole, up to a limit and a deadline. Used once, on one event loop. */
final class Body {

  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

  private final HttpServerRequest request;
  private final Limits limits;
  private final Buffer bytes = Buffer.buffer();
  private boolean over;

  /**
   * @param largest in bytes
   * @param slowest how long a body may take
   */
  record Limits(int largest, Duration slowest) {}

  Body(HttpServerRequest request, Limits limits) {
    this.request = request;
    this.limits = limits;
  }

  /** Calls back with the body, or with why it is refused; the connection is then closed. */
  void read(Consumer<Buffer> whole, Consumer<Refusal> refused) {
    Optional<Refusal> head = check();
    if (head.isPresent()) {
      over = true;
      refused.accept(head.get());
      return;
    }
    long timer =
        vertx()
            .setTimer(
                limits.slowest().toMillis(),
                id ->
                    stop(
                        refused,
                        Refusal.failed(408, "request_timeout", "the body took too long to come")));
    request.handler(
        part -> {
          if (!over && bytes.length() + part.length() > limits.largest()) {
            vertx().cancelTimer(timer);
            stop(refused, tooLarge());
          } else if (!over) {
            bytes.appendBuffer(part);
          }
        });
    request.exceptionHandler(e -> vertx().cancelTimer(timer));
    request.endHandler(
        end -> {
          vertx().cancelTimer(timer);
          if (!over) {
            over = true;
            whole.accept(bytes);
          }
        });
    request.resume();
  }

  private static Vertx vertx() {
    return Vertx.currentContext().owner();
  }

  private void stop(Consumer<Refusal> refused, Refusal refusal) {
    if (!over) {
      over = true;
      refused.accept(refusal);
    }
  }

  private Refusal tooLarge() {
    return Refusal.failed(
        413, "request_too_large", "the body is larger than " + limits.largest() + " bytes");
  }

  private Optional<Refusal> check() {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !JSON.matcher(type).matches()) {
      return Optional.of(unsupported("send `Content-Type: application/json`, in UTF-8"));
    }
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return Optional.of(unsupported("send the body as it is, without `Content-Encoding`"));
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean declaredTooLarge =
        length != null && (length.length() > 9 || Long.parseLong(length) > limits.largest());
    return declaredTooLarge ? Optional.of(tooLarge()) : Optional.empty();
  }

  private static Refusal unsupported(String message) {
    return Refusal.failed(415, "unsupported_media_type", message);
  }
}
