package dev.terroir.policy.vocabulary;

/** Who pays for a treatment. */
public enum Payer implements Word {
  STATUTORY,
  PRIVATE,
  SELF
}
