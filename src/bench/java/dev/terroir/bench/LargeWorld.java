package dev.terroir.bench;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Credential;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.HostId;
import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Iso3166;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.TenantKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The shipped library blown up: every country of the world has a file, those without one that of a
 * shipped country, and the catalogue is repeated until it has as many deployments as are asked for.
 */
final class LargeWorld {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static final Library SHIPPED = shipped();

  private LargeWorld() {}

  private static Library shipped() {
    Secrets none = new Secrets(name -> Optional.empty());
    return switch (new YamlPolicyFolder(none).read(Path.of("config"))) {
      case Reading.Sound(var contents) -> contents.library();
      case Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  static Library library(int deployments) {
    return new Library(
        everyCountry(),
        SHIPPED.blocs(),
        SHIPPED.terms(),
        SHIPPED.aliases(),
        SHIPPED.tenants(),
        new Catalog(SHIPPED.catalog().models(), repeated(deployments)),
        SHIPPED.regions());
  }

  static PolicySet policies(int deployments) {
    return new PolicySet(library(deployments), Enforcement.IDEAL, DAY);
  }

  static String describe(PolicySet policies) {
    Library library = policies.library();
    return "%d jurisdictions with %d rules, %d blocs, %d deployments"
        .formatted(
            library.countries().size(),
            library.rules().count(),
            library.blocs().size(),
            library.catalog().deployments().size());
  }

  private static Map<Jurisdiction, CountryPolicy> everyCountry() {
    Map<Jurisdiction, CountryPolicy> countries = new TreeMap<>(SHIPPED.countries());
    List<CountryPolicy> models = List.copyOf(countries.values());
    int next = 0;
    for (String code : Iso3166.countries()) {
      Jurisdiction country = new Jurisdiction(code);
      CountryPolicy model = models.get(next++ % models.size());
      countries.putIfAbsent(
          country,
          new CountryPolicy(
              country,
              code,
              model.languages(),
              model.reviewed(),
              model.follows(),
              model.rules(),
              model.exports(),
              model.prefer()));
    }
    return countries;
  }

  private static List<Deployment> repeated(int count) {
    List<Deployment> shipped = SHIPPED.catalog().deployments();
    List<Deployment> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(copy(shipped.get(i % shipped.size()), i));
    }
    return all;
  }

  private static Deployment copy(Deployment it, int number) {
    return new Deployment(
        new DeploymentId("site-" + number + "/" + it.model().id()),
        it.model(),
        it.host(),
        it.servedAs(),
        it.locatedIn(),
        it.storedIn(),
        it.certified(),
        it.retention(),
        it.trainsOnPrompts(),
        it.endpoint(),
        Credential.NONE_NEEDED,
        it.weight(),
        it.region(),
        it.apiVersion(),
        it.provenance());
  }

  /** Personal data, bound by the rules of three countries, two of them of the same bloc. */
  static Facts request(Library library) {
    Control german = new Control(Set.of("DE"), Map.of(), Set.of("DE"));
    Tenant tenant =
        new Tenant(
            new TenantId("bench"),
            new Jurisdiction("DE"),
            TenantKind.COMPANY,
            german,
            Testimony.SILENT,
            new Arrangements(
                Map.of(new HostId("scaleway"), Set.of("scc-2021-914", "secrecy-undertaking")),
                Map.of()),
            Serving.PLAIN);
    Claims claims =
        new Claims(
            List.of(new Jurisdiction("FR"), new Jurisdiction("JP")),
            Set.of(Sector.RETAIL),
            Set.of(DataClass.PERSONAL),
            Set.of(),
            Set.of(),
            Set.of(Payer.PRIVATE),
            Set.of(),
            Optional.of("de"),
            OptionalInt.empty(),
            OptionalLong.of(10));
    return Facts.of(
        new JurisdictionResolver(List.of()).resolve(tenant.country(), claims.countries(), false),
        tenant,
        claims,
        Set.of(Capability.CHAT),
        Insight.NOTHING);
  }
}
