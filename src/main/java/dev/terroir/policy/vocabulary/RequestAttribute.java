package dev.terroir.policy.vocabulary;

/** What the conditions of {@code when} speak of. */
public enum RequestAttribute implements Word {
  COUNTRY,
  STATE,
  SECTOR,
  DATA,
  PURPOSE,
  AUDIENCE,
  LANGUAGE,
  CAPABILITY,
  AGE_UNDER,
  PAYER,
  SUBJECTS_AT_LEAST,
  IDENTIFIER,
  TENANT_KIND,
  TENANT_CONTROLLED_FROM,
  TENANT_COUNTRY,
  TENANT_ESTABLISHED_IN,
  TENANT_OWNED_FROM
}
