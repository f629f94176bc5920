package dev.terroir.catalog;

import java.util.EnumMap;
import java.util.Map;

/**
 * The evidence for everything that a file states of one thing. Immutable.
 *
 * @param general for what has no evidence of its own
 */
public record Provenance(Evidence general, Map<Field, Evidence> own) {

  public Provenance {
    own = Map.copyOf(own);
  }

  public Evidence of(Field field) {
    return own.getOrDefault(field, general);
  }

  /** Whether the fact may be relied on; one from memory may not. */
  public boolean isVerified(Field field) {
    return of(field).verified() != Verification.RECALLED;
  }

  /** This with more evidence, which goes before what is here. */
  public Provenance with(Map<Field, Evidence> more) {
    Map<Field, Evidence> all = new EnumMap<>(Field.class);
    all.putAll(own);
    all.putAll(more);
    return new Provenance(general, all);
  }
}
