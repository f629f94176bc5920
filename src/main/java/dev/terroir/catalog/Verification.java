package dev.terroir.catalog;

/** How a fact of the catalogue was found. */
public enum Verification {
  /** A source was read. */
  SEEN,
  /** Whoever runs this gateway says so of a machine of his own. */
  DECLARED,
  /** From memory: it counts as not known until somebody has looked. */
  RECALLED
}
