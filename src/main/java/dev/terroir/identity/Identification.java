package dev.terroir.identity;

/** What became of a credential. */
public sealed interface Identification {

  record Identified(Caller caller) implements Identification {}

  /** Missing, unknown, revoked or expired: which of them is not told to the caller. */
  record Rejected(Cause cause) implements Identification {}

  /** For the log only. */
  enum Cause {
    MISSING,
    UNKNOWN,
    EXPIRED,
    CONFLICTING
  }
}
