package dev.terroir.jurisdiction;

import dev.terroir.jurisdiction.Jurisdictions.Evidence;
import java.util.LinkedHashMap;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/**
 * Finds out which jurisdictions bind a request. The tenant's file sets the home, and so does the
 * caller's word where that file trusts it; every other source can only add to those that bind.
 * Immutable.
 */
public final class JurisdictionResolver {

  private final SequencedCollection<Jurisdiction> cell;

  /**
   * @param cell the jurisdictions that bind everything this cell does
   */
  public JurisdictionResolver(SequencedCollection<Jurisdiction> cell) {
    this.cell = cell;
  }

  /**
   * @param home the tenant's own
   * @param stated what the request says, in its order
   * @param trusted whether the tenant's file lets the request set the home
   */
  public Jurisdictions resolve(
      Jurisdiction home, SequencedCollection<Jurisdiction> stated, boolean trusted) {
    SequencedMap<Jurisdiction, Evidence> bound = new LinkedHashMap<>();
    boolean replaced = trusted && !stated.isEmpty();
    if (!replaced) {
      bound.put(home, Evidence.TENANT);
    }
    stated.forEach(jurisdiction -> bound.putIfAbsent(jurisdiction, Evidence.REQUEST));
    cell.forEach(jurisdiction -> bound.putIfAbsent(jurisdiction, Evidence.CELL));
    return new Jurisdictions(bound.firstEntry().getKey(), bound);
  }
}
