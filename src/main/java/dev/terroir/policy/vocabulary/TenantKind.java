package dev.terroir.policy.vocabulary;

/** What a tenant is. */
public enum TenantKind implements Word {
  PERSON,
  COMPANY,
  GOVERNMENT,
  EDUCATION,
  RESEARCH,
  NON_PROFIT
}
