package dev.terroir.product;

import dev.terroir.fixtures.Libraries;
import dev.terroir.jurisdiction.Bloc;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the health data of German statutory insurers may go. */
final class StatutoryHealth {

  private StatutoryHealth() {}

  /** SGB V §393 and SGB X §80(2): the EEA, Switzerland, and countries with an adequacy decision. */
  static Set<String> places() {
    Map<String, Bloc> blocs = Libraries.shipped().library().groups();
    Set<String> places = new HashSet<>(Set.of("CH", "EU", "EEA"));
    Stream.of("EEA", "EU_ADEQUATE")
        .flatMap(id -> Optional.ofNullable(blocs.get(id)).stream())
        .forEach(bloc -> places.addAll(bloc.membersOn(LocalDate.now(ZoneOffset.UTC))));
    return places;
  }
}
