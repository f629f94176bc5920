package dev.terroir.policy;

/** Whether a condition holds of a deployment, as far as is known. */
enum Certainty {
  NO,
  MAYBE,
  YES;

  static Certainty of(boolean known) {
    return known ? YES : NO;
  }

  Certainty and(Certainty other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Certainty or(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
