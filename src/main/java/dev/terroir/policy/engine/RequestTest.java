package dev.terroir.policy.engine;

import dev.terroir.policy.facts.Bits;
import dev.terroir.policy.facts.Facts;
import java.util.List;
import java.util.function.Predicate;

/**
 * A compiled {@code when}: alternatives, each a mask for every closed vocabulary and a test for
 * whatever else it asks. Immutable.
 */
public final class RequestTest {

  static final RequestTest ALWAYS = new RequestTest(List.of());

  private final Alternative[] alternatives;

  RequestTest(List<Alternative> alternatives) {
    this.alternatives = alternatives.toArray(Alternative[]::new);
  }

  boolean holds(Facts facts) {
    for (Alternative alternative : alternatives) {
      if (alternative.holds(facts)) {
        return true;
      }
    }
    return alternatives.length == 0;
  }

  /**
   * All of this must hold.
   *
   * @param masks what is asked of each closed vocabulary; zeros ask nothing
   * @param rest what else is asked
   */
  record Alternative(Bits masks, List<Predicate<Facts>> rest) {

    boolean holds(Facts facts) {
      return facts.meet(masks) && restHolds(facts);
    }

    private boolean restHolds(Facts facts) {
      for (int i = 0; i < rest.size(); i++) {
        if (!rest.get(i).test(facts)) {
          return false;
        }
      }
      return true;
    }
  }
}
