package dev.terroir.jurisdiction;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** One country's membership. */
  public record Membership(String country, InForce inForce) {}

  /** The codes of the countries that are members on {@code day}. */
  public Set<String> membersOn(LocalDate day) {
    return memberships.stream()
        .filter(membership -> membership.inForce().on(day))
        .map(Membership::country)
        .collect(Collectors.toUnmodifiableSet());
  }
}
