package dev.terroir.policy.rule;

import dev.terroir.catalog.Retention;
import dev.terroir.policy.vocabulary.Word;
import java.util.Optional;
import java.util.Set;

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

  /** The record is to be kept for a minimum, not beyond a maximum, and a copy in these places. */
  record RetainLog(Optional<Retention> atLeast, Optional<Retention> atMost, Set<String> keptIn)
      implements Obligation {

    public RetainLog {
      keptIn = Set.copyOf(keptIn);
    }
  }

  /** People are to see a notice on the answer. */
  record VisibleNotice() implements Obligation {}

  /** People are to be offered a human to talk to. */
  record OfferHuman() implements Obligation {}

  /** The person concerned can have the decision explained. */
  record ExplainDecision() implements Obligation {}

  /** People are to be reminded, this often, that they talk to a machine. */
  record RemindEvery(Retention interval) implements Obligation {}

  /** From the weakest to the strongest, which wins. */
  enum Strength implements Word {
    PSEUDONYMISE,
    REDACT,
    BLOCK
  }
}
