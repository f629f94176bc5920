package dev.terroir.privacy.identifier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The checks by the names that the resource calls them. */
final class Checks {

  private static final Map<String, Check> ALL =
      List.of(
              CentralEurope.CHECKS,
              WesternEurope.CHECKS,
              SouthernEurope.CHECKS,
              NorthernEurope.CHECKS,
              EasternEurope.CHECKS,
              NorthAmerica.CHECKS,
              Brazil.CHECKS,
              SouthernCone.CHECKS,
              EastAsia.CHECKS,
              SouthAsia.CHECKS,
              MiddleEast.CHECKS,
              Africa.CHECKS,
              Australia.CHECKS,
              NewZealand.CHECKS,
              Worldwide.CHECKS)
          .stream()
          .flatMap(checks -> checks.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Checks() {}

  static Check named(String name) {
    Check check = ALL.get(name);
    if (check == null) {
      throw new IllegalStateException("no check is called `" + name + "`");
    }
    return check;
  }
}
