package dev.terroir.jurisdiction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Resolves lists of countries and blocs, as files name them, to countries on one day. Immutable.
 */
public final class Places {

  private final Map<String, Bloc> blocs;
  private final LocalDate day;

  public Places(Map<String, Bloc> blocs, LocalDate day) {
    this.blocs = Map.copyOf(blocs);
    this.day = day;
  }

  public LocalDate day() {
    return day;
  }

  /** Whether {@code name} is a bloc or a country. */
  public boolean knows(String name) {
    return isBloc(name) || Jurisdiction.isCode(name);
  }

  public boolean isBloc(String name) {
    return blocs.containsKey(name);
  }

  /**
   * The countries (and subdivisions) that {@code names} stand for; an unknown name stands for none.
   */
  public Set<String> countries(Collection<String> names) {
    Set<String> countries = new HashSet<>();
    for (String name : names) {
      Bloc bloc = blocs.get(name);
      if (bloc != null) {
        countries.addAll(bloc.membersOn(day));
      } else if (Jurisdiction.isCode(name)) {
        countries.add(name);
      }
    }
    return countries;
  }
}
