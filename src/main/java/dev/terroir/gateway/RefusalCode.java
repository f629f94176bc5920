package dev.terroir.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every code that a refusal may have: what is not here cannot be said to a caller. */
public enum RefusalCode {
  INVALID_REQUEST(Kind.INVALID),
  INVALID_FRAMING(Kind.INVALID),
  INVALID_PATH(Kind.INVALID),
  INVALID_URL(Kind.INVALID),
  INVALID_POLICIES(Kind.INVALID),
  MISSING_HOST(Kind.INVALID),
  DUPLICATE_HOST(Kind.INVALID),
  DUPLICATE_HEADER(Kind.INVALID),
  RESERVED_HEADER(Kind.INVALID),
  HEADER_TOO_LARGE(Kind.INVALID),
  UPGRADE_NOT_SUPPORTED(Kind.INVALID),
  MISDIRECTED_REQUEST(Kind.INVALID),
  WRONG_CELL(Kind.INVALID),
  FORBIDDEN_PARAMETER(Kind.INVALID),
  UNKNOWN_COUNTRY(Kind.INVALID),
  UNKNOWN_VALUE(Kind.INVALID),
  METHOD_NOT_ALLOWED(Kind.INVALID),
  UNSUPPORTED_MEDIA_TYPE(Kind.INVALID),
  REQUEST_TIMEOUT(Kind.INVALID),
  CONTEXT_LENGTH_EXCEEDED(Kind.INVALID),
  CONTENT_FILTER(Kind.INVALID),
  REASONING_STATE_UNREADABLE(Kind.INVALID),
  PREVIOUS_RESPONSE_NOT_FOUND(Kind.INVALID),
  REQUEST_TOO_LARGE(Kind.TOO_LARGE),
  INVALID_KEY(Kind.AUTHENTICATION),
  NOT_PERMITTED(Kind.PERMISSION),
  REMOTE_CONTENT_NOT_PERMITTED(Kind.PERMISSION),
  NO_LAWFUL_DEPLOYMENT(Kind.PERMISSION),
  PURPOSE_PROHIBITED(Kind.PERMISSION),
  BELOW_LANGUAGE_FLOOR(Kind.PERMISSION),
  UNKNOWN_JURISDICTION(Kind.PERMISSION),
  NOT_FOUND(Kind.NOT_FOUND),
  MODEL_NOT_FOUND(Kind.NOT_FOUND),
  RATE_LIMITED(Kind.RATE),
  UPSTREAM_RATE_LIMITED(Kind.RATE),
  BUDGET_EXHAUSTED(Kind.RATE),
  OVERLOADED(Kind.OVERLOADED),
  NO_PERMITTED_DEPLOYMENT_AVAILABLE(Kind.OVERLOADED),
  NOT_READY(Kind.OVERLOADED),
  AUDIT_UNAVAILABLE(Kind.OVERLOADED),
  UPSTREAM_TIMEOUT(Kind.TIMEOUT),
  UPSTREAM_FAILED(Kind.FAILURE),
  INTERNAL_ERROR(Kind.FAILURE);

  private static final Map<String, RefusalCode> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(RefusalCode::word, Function.identity()));

  private final Kind kind;

  RefusalCode(Kind kind) {
    this.kind = kind;
  }

  /** What a dialect tells apart, whatever words it has for it. */
  public enum Kind {
    INVALID,
    TOO_LARGE,
    AUTHENTICATION,
    PERMISSION,
    NOT_FOUND,
    RATE,
    OVERLOADED,
    TIMEOUT,
    FAILURE
  }

  public Kind kind() {
    return kind;
  }

  /** As in the answer: {@code no_lawful_deployment}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such code
   */
  public static RefusalCode of(String word) {
    RefusalCode code = BY_WORD.get(word);
    if (code == null) {
      throw new IllegalArgumentException("no code `" + word + "` in the catalogue of refusals");
    }
    return code;
  }
}
