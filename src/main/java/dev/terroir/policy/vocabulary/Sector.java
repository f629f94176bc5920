package dev.terroir.policy.vocabulary;

/** The field of life that a request belongs to. */
public enum Sector implements Word {
  HEALTH,
  FINANCE,
  PAYMENTS,
  INSURANCE,
  SECURITIES,
  TELECOM,
  PUBLIC,
  JUSTICE,
  LAW_ENFORCEMENT,
  DEFENCE,
  EDUCATION,
  EMPLOYMENT,
  AGRICULTURE,
  ENERGY,
  TRANSPORT,
  MEDIA,
  RETAIL,
  SCIENCE,
  LEGAL,
  ACCOUNTING,
  GAMBLING,
  SOCIAL_WORK,
  CRITICAL_INFRASTRUCTURE
}
