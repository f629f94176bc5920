package dev.terroir.workshop.check;

import dev.terroir.policy.vocabulary.Word;

/** How much a finding weighs, the heaviest first. */
public enum Severity implements Word {
  /** The folder does not say what it should: it must not go into service. */
  ERROR,
  /** Probably a mistake: somebody should look. */
  WARNING,
  /** Good to know. */
  NOTE
}
