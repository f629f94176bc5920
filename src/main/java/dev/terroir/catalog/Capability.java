package dev.terroir.catalog;

/** What a model can do, and what a request needs. */
public enum Capability {
  CHAT,
  COMPLETIONS,
  EMBEDDINGS,
  VISION,
  TOOLS,
  JSON,
  REASONING,
  CODE,
  SPEECH,
  TRANSLATION,
  RERANK,
  FILL_MASK
}
