package dev.terroir.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a deployment gave no answer, or not all of it.
 *
 * @param retryAfter what the deployment asks for, if it does
 * @param message for the caller: only of a request that is the caller's own fault, else empty
 * @param param the field of the request that is at fault, or empty
 */
public record Failure(Kind kind, Optional<Duration> retryAfter, String message, String param) {

  /** Whose fault a failure is. */
  public enum Fault {
    CALLER,
    /** It speaks against the health of the deployment. */
    DEPLOYMENT,
    /** Neither's: of this gateway, its policies or its files. */
    GATEWAY
  }

  /** What another deployment would make of the same request. */
  private enum Elsewhere {
    MAY_SUCCEED,
    FAILS_TOO
  }

  /** How much of a request had left. */
  private enum Sent {
    NOTHING,
    SOME
  }

  /** What went wrong, in the dimensions that decide what is done about it. */
  public enum Kind {
    CONNECT_FAILED(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.NOTHING),
    CONNECT_TIMEOUT(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.NOTHING),
    FIRST_TOKEN_TIMEOUT(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    IDLE_TIMEOUT(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    TOTAL_TIMEOUT(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    RATE_LIMITED(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    /** What the operator has bought there is used up: waiting does not help. */
    QUOTA_SPENT(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    UNAVAILABLE(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    REFUSED_CREDENTIAL(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    /** A token or a signature could not be made of the credential. */
    NO_CREDENTIAL(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.NOTHING),
    INVALID_RESPONSE(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    BROKEN_STREAM(Fault.DEPLOYMENT, Elsewhere.MAY_SUCCEED, Sent.SOME),
    /** The request itself is at fault: no other deployment would do better. */
    BAD_REQUEST(Fault.CALLER, Elsewhere.FAILS_TOO, Sent.SOME),
    CONTEXT_TOO_LONG(Fault.CALLER, Elsewhere.FAILS_TOO, Sent.SOME),
    /** The host's filter refused the prompt. Another host is not asked to be laxer. */
    CONTENT_FILTERED(Fault.CALLER, Elsewhere.FAILS_TOO, Sent.SOME),
    /** The dialect of the deployment has no words for what is asked; another may have them. */
    INEXPRESSIBLE(Fault.CALLER, Elsewhere.MAY_SUCCEED, Sent.NOTHING),
    /** The permit was withdrawn before the first byte was written. */
    PERMIT_WITHDRAWN(Fault.GATEWAY, Elsewhere.FAILS_TOO, Sent.NOTHING),
    NO_ADAPTER(Fault.GATEWAY, Elsewhere.MAY_SUCCEED, Sent.NOTHING);

    private final Fault fault;
    private final Elsewhere elsewhere;
    private final Sent sent;

    Kind(Fault fault, Elsewhere elsewhere, Sent sent) {
      this.fault = fault;
      this.elsewhere = elsewhere;
      this.sent = sent;
    }

    /** Whether not a byte of the request had been sent. */
    public boolean isBeforeSending() {
      return sent == Sent.NOTHING;
    }

    /** Whether this speaks against the deployment's health. */
    public boolean isDeploymentsFault() {
      return fault == Fault.DEPLOYMENT;
    }

    /** Whether the caller can do something about it, and so is told what it is. */
    public boolean isCallersFault() {
      return fault == Fault.CALLER;
    }

    /** Whether the same request may succeed at another deployment. */
    public boolean maySucceedElsewhere() {
      return elsewhere == Elsewhere.MAY_SUCCEED;
    }
  }

  public static Failure of(Kind kind) {
    return new Failure(kind, Optional.empty(), "", "");
  }
}
