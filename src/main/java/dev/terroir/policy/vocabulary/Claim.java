package dev.terroir.policy.vocabulary;

/** What a caller may say about a request. */
public enum Claim implements Word {
  COUNTRY,
  SECTOR,
  DATA,
  PURPOSE,
  AUDIENCE,
  LANGUAGE,
  AGE,
  CONSENT,
  SUBJECTS,
  PAYER
}
