package dev.terroir.config;

import dev.terroir.api.Routes;
import dev.terroir.audit.AuditLog;
import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import dev.terroir.config.reload.ReloadLoop;
import dev.terroir.config.reload.Reloader;
import dev.terroir.config.reload.Standing;
import dev.terroir.gateway.ExchangeIds;
import dev.terroir.gateway.Gateway;
import dev.terroir.gateway.Inquiries;
import dev.terroir.gateway.Limits;
import dev.terroir.gateway.Operations;
import dev.terroir.gateway.Parts;
import dev.terroir.gateway.ResponseStore;
import dev.terroir.language.LanguageDetector;
import dev.terroir.policy.folder.PolicyFolder;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.onnx.OnnxNameModel;
import dev.terroir.privacy.scan.Scanner;
import dev.terroir.protection.Protector;
import dev.terroir.provider.Deadlines;
import dev.terroir.provider.Dispatcher;
import dev.terroir.provider.Provider;
import dev.terroir.provider.simulator.Simulator;
import dev.terroir.provider.simulator.SimulatorSettings;
import dev.terroir.routing.Health;
import dev.terroir.workshop.Shelf;
import dev.terroir.workshop.Workshop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Builds the gateway out of its parts and mounts it. */
@Singleton
public final class Wiring {

  private static final Logger LOG = Logger.getLogger("dev.terroir");

  private final TerroirSettings settings;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final PolicyFolder files;
  private final LanguageDetector detector;
  private final AuditLog audit;
  private final Parts parts;
  private final Reloader reloader;
  private final Optional<ReloadLoop> reloading;

  Wiring(TerroirSettings settings, Config config, Vertx vertx, MeterRegistry meters) {
    this.settings = settings;
    refuseDangerousSettings();
    background.execute(Scanner::standard); // takes a while, as reading the policies does
    this.detector = Detectors.of(settings.language(), background);
    Clock clock = Clock.systemUTC();
    Health health = new Health(clock);
    Dispatcher dispatcher = dispatcher(vertx, clock);
    Secrets secrets = new Secrets(name -> config.getOptionalValue(name, String.class));
    this.files = new YamlPolicyFolder(secrets);
    PolicyTelemetry telemetry = new PolicyTelemetry(meters, settings.config());
    this.reloader =
        open(secrets, new Loading(dispatcher, health, settings, clock), clock, telemetry);
    telemetry.show(reloader, clock);
    this.audit = openAudit(clock);
    this.parts =
        new Parts(
            dispatcher,
            health,
            audit,
            detector,
            protector(),
            new ResponseStore(clock, settings.limits().responses().asLongValue()),
            new ExchangeTelemetry(meters),
            new ExchangeIds(clock, new SecureRandom()),
            limits(),
            clock,
            System::nanoTime,
            background);
    this.reloading = startReloading();
  }

  private void refuseDangerousSettings() {
    if (settings.development() && ConfigUtils.isProfileActive("prod")) {
      throw new IllegalStateException(
          "terroir.development is set under the profile prod: it would accept development keys and"
              + " answer from the simulator; unset it, or run with another profile");
    }
  }

  private Dispatcher dispatcher(Vertx vertx, Clock clock) {
    TerroirSettings.Simulator simulator = settings.simulator();
    Optional<Provider> standIn =
        settings.development() && simulator.enabled()
            ? Optional.of(
                new Simulator(
                    vertx,
                    clock,
                    new SimulatorSettings(
                        simulator.firstToken(),
                        simulator.betweenTokens(),
                        simulator.failing().orElse(Set.of()))))
            : Optional.empty();
    return new Dispatcher(
        Adapters.all(vertx, clock, settings.limits().connectionsPerHost(), background), standIn);
  }

  private Protector protector() {
    TerroirSettings.Privacy privacy = settings.privacy();
    NameModel model =
        privacy.namesModel().<NameModel>map(OnnxNameModel::load).orElse(NameModel.NONE);
    return new Protector(Scanner.standard(), NameFinder.standard(), model, privacy.redactAnswers());
  }

  private Reloader open(Secrets secrets, Loading loading, Clock clock, PolicyTelemetry telemetry) {
    return Reloader.open(
        new Reloader.Parts(
            files,
            settings.config(),
            loading::snapshot,
            contents -> secrets.changed(contents.library().catalog()),
            settings.reload().selfTest(),
            clock,
            telemetry));
  }

  /** A thread of its own: reading and testing takes a processor for a while. */
  private Optional<ReloadLoop> startReloading() {
    TerroirSettings.Reload reload = settings.reload();
    if (!reload.enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        ReloadLoop.start(
            reloader::look,
            settings.config(),
            new ReloadLoop.Pace(reload.interval(), reload.settle()),
            task -> Thread.ofPlatform().name("policies").daemon().start(task)));
  }

  private AuditLog openAudit(Clock clock) {
    try {
      return AuditLog.open(settings.audit().directory(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the audit log in `" + settings.audit().directory() + "` cannot be opened", e);
    }
  }

  private Limits limits() {
    TerroirSettings.Deadlines deadlines = settings.deadlines();
    return new Limits(
        new Deadlines(
            deadlines.connect(), deadlines.firstToken(), deadlines.idle(), deadlines.total()),
        settings.limits().keepAlive(),
        settings.limits().stall(),
        settings.limits().inFlight(),
        (int) settings.limits().inspectInline().asLongValue());
  }

  /**
   * Only when the language model is there: a rule on languages must not be missed for want of it.
   */
  void mount(@Observes Router router, MeterRegistry meters) {
    detector.loading().join();
    Gateway gateway = new Gateway(reloader::snapshot, parts);
    meters.gauge("terroir.exchanges.in.flight", gateway, Gateway::inFlight);
    new Routes(
            gateway,
            new Inquiries(reloader::snapshot, parts),
            Optional.of(new Operations(reloader::snapshot, workshop(), parts)),
            (int) settings.limits().body().asLongValue(),
            settings.limits().slowestBody())
        .mount(router, path -> path.startsWith("/q/"));
    if (parts.dispatcher().isSimulated()) {
      LOG.info("the SIMULATOR answers in place of all deployments");
    }
  }

  private Workshop workshop() {
    return new Workshop(
        files,
        () -> {
          Standing standing = reloader.standing();
          return new Shelf(standing.contents(), standing.editions(), standing.rejection());
        },
        settings.audit().directory(),
        parts.clock());
  }

  /** Whether the gateway can do its work; the reason why not otherwise. */
  Optional<String> notReady() {
    return audit.isWritable() ? Optional.empty() : Optional.of("the audit log cannot be written");
  }

  Standing standing() {
    return reloader.standing();
  }

  void close(@Observes ShutdownEvent event) {
    reloading.ifPresent(ReloadLoop::close);
    audit.close();
    background.close();
  }
}
