package dev.terroir.api;

import dev.terroir.catalog.Deployment;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.TreeSet;

/** Writes the headers that every answer carries. */
final class ResponseHead {

  private static final CharSequence X_REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("request-id");
  private static final CharSequence DECISION = HttpHeaders.createOptimized("Terroir-Decision");
  private static final CharSequence POLICY = HttpHeaders.createOptimized("Terroir-Policy");
  private static final CharSequence JURISDICTIONS =
      HttpHeaders.createOptimized("Terroir-Jurisdictions");
  private static final CharSequence MODEL = HttpHeaders.createOptimized("Terroir-Model");
  private static final CharSequence DEPLOYMENT = HttpHeaders.createOptimized("Terroir-Deployment");
  private static final CharSequence SERVED_IN = HttpHeaders.createOptimized("Terroir-Served-In");
  private static final CharSequence PROTECTED = HttpHeaders.createOptimized("Terroir-Protected");
  private static final CharSequence DUTIES = HttpHeaders.createOptimized("Terroir-Duties");
  private static final CharSequence SUBSTITUTED =
      HttpHeaders.createOptimized("Terroir-Substituted-For");
  private static final CharSequence SIMULATED = HttpHeaders.createOptimized("Terroir-Simulated");
  private static final CharSequence SHOULD_RETRY = HttpHeaders.createOptimized("x-should-retry");
  private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");

  private ResponseHead() {}

  static void write(HttpServerResponse response, Notes notes) {
    response
        .putHeader(X_REQUEST_ID, notes.requestId())
        .putHeader(REQUEST_ID, notes.requestId())
        .putHeader(DECISION, notes.exchange())
        .putHeader(POLICY, notes.policy());
    if (!notes.jurisdictions().isEmpty()) {
      response.putHeader(JURISDICTIONS, notes.jurisdictions());
    }
    notes.substitutedFor().ifPresent(model -> response.putHeader(SUBSTITUTED, model));
    notes
        .sentTo()
        .ifPresent(candidate -> sentTo(response, candidate.deployment(), candidate.duties()));
    if (!notes.replaced().isEmpty()) {
      response.putHeader(PROTECTED, notes.replacedText());
    }
    if (notes.simulated()) {
      response.putHeader(SIMULATED, "true");
    }
  }

  private static void sentTo(HttpServerResponse response, Deployment deployment, String duties) {
    response
        .putHeader(MODEL, deployment.model().id().value())
        .putHeader(DEPLOYMENT, deployment.id().value())
        .putHeader(SERVED_IN, String.join(",", new TreeSet<>(deployment.locatedIn())));
    if (!duties.isEmpty()) {
      response.putHeader(DUTIES, duties);
    }
  }

  static void write(HttpServerResponse response, Refusal.Retry retry) {
    switch (retry) {
      case Refusal.Retry.Unsaid() -> {}
      case Refusal.Retry.Never() -> response.putHeader(SHOULD_RETRY, "false");
      case Refusal.Retry.After(Duration delay) ->
          response.putHeader(RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
    }
  }
}
