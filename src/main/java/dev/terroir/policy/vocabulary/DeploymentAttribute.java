package dev.terroir.policy.vocabulary;

/** What the conditions of {@code where}, {@code require} and {@code order} speak of. */
public enum DeploymentAttribute implements Word {
  LOCATED_IN,
  LOCATED_OUTSIDE,
  STORED_IN,
  STORED_OUTSIDE,
  CONTROLLED_FROM,
  CONTROLLED_OUTSIDE,
  ESTABLISHED_IN,
  OWNED_FROM,
  ACCESSED_FROM,
  ACCESSED_OUTSIDE,
  MADE_IN,
  MADE_OUTSIDE,
  CERTIFIED,
  AGREEMENT,
  CONSENT,
  SAFEGUARD,
  RETENTION_AT_MOST,
  TRAINS_ON_PROMPTS,
  WEIGHTS,
  TIER,
  HOSTING,
  MAKER,
  MODEL,
  HOST,
  APPROVED_BY,
  SPEAKS,
  REGION
}
