package dev.terroir.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a deployment gave no answer, or not all of it.
 *
 * @param retryAfter what the deployment asks for, if it does
 * @param message for the caller: only of a request that is the caller's own fault, else empty
 */
public record Failure(Kind kind, Optional<Duration> retryAfter, String message) {

  /** What went wrong, and with that whose fault it was. */
  public enum Kind {
    CONNECT_FAILED,
    CONNECT_TIMEOUT,
    FIRST_TOKEN_TIMEOUT,
    IDLE_TIMEOUT,
    TOTAL_TIMEOUT,
    RATE_LIMITED,
    UNAVAILABLE,
    REFUSED_CREDENTIAL,
    INVALID_RESPONSE,
    BROKEN_STREAM,
    /** The request itself is at fault: no other deployment would do better. */
    BAD_REQUEST,
    /** The permit was withdrawn before the first byte was written. */
    PERMIT_WITHDRAWN,
    NO_ADAPTER;

    /** Whether not a byte of the request had been sent. */
    public boolean isBeforeSending() {
      return switch (this) {
        case CONNECT_FAILED, CONNECT_TIMEOUT, PERMIT_WITHDRAWN, NO_ADAPTER -> true;
        case FIRST_TOKEN_TIMEOUT,
            IDLE_TIMEOUT,
            TOTAL_TIMEOUT,
            RATE_LIMITED,
            UNAVAILABLE,
            REFUSED_CREDENTIAL,
            INVALID_RESPONSE,
            BROKEN_STREAM,
            BAD_REQUEST ->
            false;
      };
    }

    /** Whether this speaks against the deployment's health. */
    public boolean isDeploymentsFault() {
      return switch (this) {
        case BAD_REQUEST, PERMIT_WITHDRAWN, NO_ADAPTER -> false;
        case CONNECT_FAILED,
            CONNECT_TIMEOUT,
            FIRST_TOKEN_TIMEOUT,
            IDLE_TIMEOUT,
            TOTAL_TIMEOUT,
            RATE_LIMITED,
            UNAVAILABLE,
            REFUSED_CREDENTIAL,
            INVALID_RESPONSE,
            BROKEN_STREAM ->
            true;
      };
    }
  }

  public static Failure of(Kind kind) {
    return new Failure(kind, Optional.empty(), "");
  }
}
