package dev.terroir.policy.vocabulary;

/** Who is answered: anybody, or only the tenant's own people. */
public enum Audience implements Word {
  PUBLIC,
  INTERNAL
}
