package dev.terroir.jurisdiction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The jurisdictions that bind one request: its home, whose preferences choose among the lawful, and
 * every other, each with the evidence that binds it. All of them bind alike. Immutable.
 */
public record Jurisdictions(Jurisdiction home, SequencedMap<Jurisdiction, Evidence> bound) {

  public Jurisdictions {
    SequencedMap<Jurisdiction, Evidence> all = new LinkedHashMap<>();
    all.put(home, bound.getOrDefault(home, Evidence.TENANT));
    bound.forEach(all::putIfAbsent);
    bound = Collections.unmodifiableSequencedMap(all);
  }

  /** What makes a jurisdiction bind a request, strongest first. */
  public enum Evidence {
    /** The tenant's file. */
    TENANT,
    /** The cell's own ground. */
    CELL,
    /** A header or the metadata of the request. */
    REQUEST
  }

  public Set<Jurisdiction> all() {
    return bound.keySet();
  }

  /** The codes in order, home first: {@code DE,IN}. */
  public String codes() {
    StringBuilder codes = new StringBuilder();
    for (Jurisdiction jurisdiction : bound.keySet()) {
      codes.append(codes.isEmpty() ? "" : ",").append(jurisdiction.code());
    }
    return codes.toString();
  }
}
