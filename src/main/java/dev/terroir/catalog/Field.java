package dev.terroir.catalog;

/** What the files state of models, hosts and deployments, each with its own evidence. */
public enum Field {
  MADE_IN,
  WEIGHTS,
  LICENCE,
  LANGUAGES,
  CAPABILITIES,
  CONTEXT_TOKENS,
  RELEASED,
  LOCATED_IN,
  STORED_IN,
  CONTROLLED_FROM,
  ESTABLISHED_IN,
  CERTIFIED,
  RETENTION,
  TRAINS_ON_PROMPTS,
  ENDPOINT,
  MODELS
}
