package dev.terroir.config;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Dialect;
import dev.terroir.gateway.Snapshot;
import dev.terroir.identity.Keys;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.provider.Dispatcher;
import dev.terroir.routing.Health;
import dev.terroir.routing.Strategy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes snapshots of what a folder holds. */
final class Loading {

  private final Dispatcher dispatcher;
  private final Health health;
  private final TerroirSettings settings;
  private final Clock clock;

  Loading(Dispatcher dispatcher, Health health, TerroirSettings settings, Clock clock) {
    this.dispatcher = dispatcher;
    this.health = health;
    this.settings = settings;
    this.clock = clock;
  }

  Snapshot snapshot(Contents contents) {
    return new Snapshot(
        contents.digest(),
        new PolicySet(
            contents.library(),
            Enforcement.ofThisGateway(unavailable(contents.cell())),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
        new Keys(contents.keys(), settings.development(), clock),
        new Keys(contents.operators(), settings.development(), clock),
        new JurisdictionResolver(contents.binds()),
        new Strategy(contents.library().catalog(), health, settings.limits().attempts()));
  }

  private Map<String, Predicate<Deployment>> unavailable(String cell) {
    Map<String, Predicate<Deployment>> unavailable = new LinkedHashMap<>();
    if (!dispatcher.isSimulated()) {
      unavailable.put("its credential is not set", it -> it.credential().isMissing());
      unavailable.put("no adapter speaks its dialect yet", it -> !dispatcher.speaks(it));
      unavailable.put("it is in the process of another cell", it -> isElsewhere(it, cell));
    }
    return unavailable;
  }

  /** What runs in a process runs where that process is: in the cell that is its region. */
  private static boolean isElsewhere(Deployment deployment, String cell) {
    return deployment.host().dialect() == Dialect.EMBEDDED
        && !deployment.region().equals(Optional.of(cell));
  }
}
