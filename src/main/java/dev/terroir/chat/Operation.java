package dev.terroir.chat;

/** What a request asks a model to do. */
public enum Operation {
  CHAT,
  /** Vectors for the texts in {@code input}; the answer has {@code data} and no choices. */
  EMBEDDINGS
}
