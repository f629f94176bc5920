package dev.terroir.jurisdiction;

import java.util.Map;
import java.util.Set;

/**
 * Who has an operator or a tenant in hand. Immutable.
 *
 * @param controlledFrom the countries whose law can compel it; empty when not known
 * @param shares by country of the owner, in percent; empty where nobody has said, and then those
 *     who control it own all of it
 * @param establishedIn the countries in which it has an establishment
 */
public record Control(
    Set<String> controlledFrom, Map<String, Integer> shares, Set<String> establishedIn) {

  public Control {
    controlledFrom = Set.copyOf(controlledFrom);
    shares = Map.copyOf(shares);
    establishedIn = Set.copyOf(establishedIn);
  }

  /** Whether owners from {@code countries} hold any of it, and at least {@code percent}. */
  public boolean isOwnedFrom(Set<String> countries, int percent) {
    int held = 0;
    if (shares.isEmpty()) {
      held = controlledFrom.stream().anyMatch(countries::contains) ? 100 : 0;
    }
    for (Map.Entry<String, Integer> share : shares.entrySet()) {
      held += countries.contains(share.getKey()) ? share.getValue() : 0;
    }
    return held > 0 && held >= percent;
  }
}
