package dev.terroir.policy.engine;

/** Whether a condition holds of a deployment, as far as is known. */
enum Certainty {
  NO,
  MAYBE,
  YES;

  static Certainty of(boolean known) {
    return known ? YES : NO;
  }

  Certainty negated() {
    return switch (this) {
      case NO -> YES;
      case MAYBE -> MAYBE;
      case YES -> NO;
    };
  }
}
