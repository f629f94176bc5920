package dev.terroir.policy.vocabulary;

/** What the person concerned, or who answers for them, has agreed to. */
public enum Consent implements Word {
  TRANSFER,
  PROCESSING,
  PARENTAL,
  SPECIAL_CATEGORY
}
