package dev.terroir.catalog;

/** What a host speaks. */
public enum Dialect {
  OPENAI,
  AZURE_OPENAI,
  ANTHROPIC,
  BEDROCK,
  GEMINI,
  COHERE,
  /** A model inside the gateway's own process. */
  EMBEDDED,
  /** Something of its own that no adapter speaks. */
  NATIVE
}
