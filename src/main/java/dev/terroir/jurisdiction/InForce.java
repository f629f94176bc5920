package dev.terroir.jurisdiction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The first and the last day, UTC, on which something is in force; both are included. */
public record InForce(Optional<LocalDate> from, Optional<LocalDate> until) {

  public static final InForce ALWAYS = new InForce(Optional.empty(), Optional.empty());

  public boolean on(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The days on which this begins to be in force or has just ceased to be. */
  public Stream<LocalDate> changes() {
    return Stream.concat(from.stream(), until.map(last -> last.plusDays(1)).stream());
  }
}
