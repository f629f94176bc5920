package dev.terroir.gateway;

import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Reason;
import dev.terroir.policy.facts.Facts;
import dev.terroir.provider.Failure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Says why: turns denials and failures into refusals. */
final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(1);

  private Refusals() {}

  static Refusal of(Deny deny, Facts facts) {
    String countries = facts.jurisdictions().codes();
    Refusal.Legal legal = new Refusal.Legal(countries, deny.reasons(), deny.lawful());
    String code = deny.cause().code();
    return switch (deny.cause()) {
      case NO_LAWFUL_DEPLOYMENT ->
          Refusal.byLaw(
              code,
              "no deployment of what was asked for is lawful for "
                  + countries
                  + ": "
                  + rules(deny.reasons())
                  + lawful(deny),
              legal);
      case PURPOSE_PROHIBITED ->
          Refusal.byLaw(
              code,
              "this purpose is prohibited in " + countries + ": " + rules(deny.reasons()),
              legal);
      case UNKNOWN_JURISDICTION ->
          Refusal.byLaw(
              code, "there is no policy file for one of " + countries + ": refused", legal);
      case BELOW_LANGUAGE_FLOOR ->
          Refusal.byTenant(
              code,
              "no lawful deployment of what was asked for knows `"
                  + facts.language()
                  + "` as well as this tenant asks for"
                  + lawful(deny),
              legal);
      case NOT_CAPABLE -> notCapable(deny);
      case NOT_AVAILABLE ->
          Refusal.later(
              503,
              "no_permitted_deployment_available",
              "lawful deployments exist, but this gateway has no key or adapter for them",
              Duration.ofSeconds(60));
    };
  }

  private static Refusal notCapable(Deny deny) {
    return Refusal.invalid(
        "what was asked for cannot do what the request needs (tools, images, ...)" + lawful(deny),
        "model");
  }

  private static String rules(List<Reason> reasons) {
    return reasons.stream().map(Reason::rule).distinct().limit(8).collect(Collectors.joining(", "));
  }

  private static String lawful(Deny deny) {
    return deny.lawful().isEmpty()
        ? ""
        : "; lawful here: "
            + deny.lawful().stream()
                .map(model -> model.value())
                .limit(8)
                .collect(Collectors.joining(", "));
  }

  static Refusal allEjected(Duration delay) {
    return Refusal.later(
        503,
        "no_permitted_deployment_available",
        "every lawful deployment is out of service for now",
        delay.plus(SOON));
  }

  static Refusal auditUnavailable() {
    return Refusal.later(
        503, "audit_unavailable", "the gateway cannot record, so it does not answer", SOON);
  }

  static Refusal bug() {
    return Refusal.failed(
        500, "internal_error", "the gateway failed; the operator's log has this request's id");
  }

  static Refusal overloaded() {
    return Refusal.later(503, "overloaded", "the gateway has too much to do", SOON);
  }

  /** What the caller is told when the last of the lawful deployments has failed. */
  static Refusal of(Failure failure) {
    return switch (failure.kind()) {
      case BAD_REQUEST, INEXPRESSIBLE -> Refusal.invalid(failure.message(), failure.param());
      case CONTEXT_TOO_LONG ->
          Refusal.invalid("context_length_exceeded", failure.message(), failure.param());
      case CONTENT_FILTERED ->
          Refusal.invalid("content_filter", failure.message(), failure.param());
      case CONNECT_TIMEOUT -> timeout("connecting to the model took too long");
      case FIRST_TOKEN_TIMEOUT -> timeout("the model took too long to begin its answer");
      case IDLE_TIMEOUT -> timeout("the model fell silent in the middle of its answer");
      case TOTAL_TIMEOUT -> timeout("the whole answer took too long");
      case RATE_LIMITED ->
          Refusal.later(
              429,
              "upstream_rate_limited",
              "every lawful deployment is busy",
              failure.retryAfter().orElse(SOON));
      case PERMIT_WITHDRAWN ->
          Refusal.later(503, "not_ready", "the policies changed while the request waited", SOON);
      case CONNECT_FAILED,
          UNAVAILABLE,
          QUOTA_SPENT,
          REFUSED_CREDENTIAL,
          NO_CREDENTIAL,
          INVALID_RESPONSE,
          BROKEN_STREAM,
          NO_ADAPTER ->
          Refusal.failed(502, "upstream_failed", "every lawful deployment that was tried failed");
    };
  }

  private static Refusal timeout(String message) {
    return Refusal.failed(504, "upstream_timeout", message);
  }
}
