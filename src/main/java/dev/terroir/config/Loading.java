package dev.terroir.config;

import dev.terroir.catalog.Deployment;
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
            Enforcement.ofThisGateway(unavailable()),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
        new Keys(contents.keys(), settings.development(), clock),
        new Keys(contents.operators(), settings.development(), clock),
        new JurisdictionResolver(contents.binds()),
        new Strategy(contents.library().catalog(), health, settings.limits().attempts()));
  }

  private Map<String, Predicate<Deployment>> unavailable() {
    Map<String, Predicate<Deployment>> unavailable = new LinkedHashMap<>();
    if (!dispatcher.isSimulated()) {
      unavailable.put("its credential is not set", it -> it.credential().isMissing());
      unavailable.put("no adapter speaks its dialect yet", it -> !dispatcher.speaks(it));
    }
    return unavailable;
  }
}
