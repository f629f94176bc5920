package dev.terroir.policy;

/** A compiled {@code when}. Thread-safe. */
@FunctionalInterface
interface RequestTest {

  RequestTest ALWAYS = facts -> true;

  boolean holds(Facts facts);

  default RequestTest and(RequestTest other) {
    return facts -> holds(facts) && other.holds(facts);
  }

  default RequestTest or(RequestTest other) {
    return facts -> holds(facts) || other.holds(facts);
  }
}
