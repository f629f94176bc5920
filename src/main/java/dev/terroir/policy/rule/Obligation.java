package dev.terroir.policy.rule;

import dev.terroir.catalog.Retention;
import dev.terroir.policy.vocabulary.Word;
import java.util.Optional;

/** A duty that comes with a permit. A new one breaks every switch that must carry it out. */
public sealed interface Obligation {

  /** Personal data is to be protected before it leaves. */
  record Protect(Strength strength) implements Obligation {}

  /** People are to be told that they talk to a machine. */
  record DiscloseAi() implements Obligation {}

  /** The answer is to be marked, readable by machines, as made by one. */
  record MarkOutput() implements Obligation {}

  /** A person is to look at the answer before it counts. */
  record HumanReview() implements Obligation {}

  /** The record is to be kept for a minimum, and not beyond a maximum. */
  record RetainLog(Optional<Retention> atLeast, Optional<Retention> atMost) implements Obligation {}

  /** From the weakest to the strongest, which wins. */
  enum Strength implements Word {
    PSEUDONYMISE,
    REDACT,
    BLOCK
  }
}
