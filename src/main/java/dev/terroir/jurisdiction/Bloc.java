package dev.terroir.jurisdiction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A named, dated group of countries. A political bloc grants no right of data transfer by itself:
 * only rules that name a bloc give it meaning.
 */
public record Bloc(String id, String name, LegalEffect effect, List<Membership> memberships) {

  public Bloc {
    memberships = List.copyOf(memberships);
  }

  /** What being on the list means in law. */
  public enum LegalEffect {
    DATA_TRANSFER,
    POLITICAL,
    EXPORT
  }

  /** One country's membership; both days are included. */
  public record Membership(String country, Optional<LocalDate> from, Optional<LocalDate> until) {

    public boolean holdsOn(LocalDate day) {
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The days on which this membership begins to hold or has just ceased to. */
    public Stream<LocalDate> changes() {
      return Stream.concat(from.stream(), until.map(last -> last.plusDays(1)).stream());
    }
  }

  /** The codes of the countries that are members on {@code day}. */
  public Set<String> membersOn(LocalDate day) {
    return memberships.stream()
        .filter(membership -> membership.holdsOn(day))
        .map(Membership::country)
        .collect(Collectors.toUnmodifiableSet());
  }
}
