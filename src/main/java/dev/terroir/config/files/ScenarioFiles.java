package dev.terroir.config.files;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.config.yaml.Element;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.scenario.Scenario;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files of expected decisions. Used once. */
final class ScenarioFiles {

  private final List<Scenario> scenarios = new ArrayList<>();
  private final Map<DeploymentId, Deployment> fixtures = new LinkedHashMap<>();
  private final Map<ModelId, Model> models;
  private final List<Fault> faults;
  private final Map<String, Origin> origins;

  ScenarioFiles(Map<ModelId, Model> models, List<Fault> faults, Map<String, Origin> origins) {
    this.models = models;
    this.faults = faults;
    this.origins = origins;
  }

  List<Scenario> scenarios() {
    return scenarios;
  }

  /** Deployments that exist only for the scenarios. */
  List<Deployment> fixtures() {
    return List.copyOf(fixtures.values());
  }

  void read(Element file) {
    for (Element element : file.get("fixtures").items()) {
      Optional<Deployment> fixture = new Fixture(element).deployment(models, faults);
      fixture
          .filter(it -> fixtures.putIfAbsent(it.id(), it) != null)
          .ifPresent(
              it ->
                  faults.add(
                      element.get("id").fault("the deployment `" + it.id() + "` is there twice")));
    }
    for (Element scenario : file.get("scenarios").items()) {
      Element request = scenario.get("request");
      List<Jurisdiction> countries = countries(request);
      String subject = Subjects.scenario(scenario.text("id"));
      if (origins.put(subject, scenario.origin()) != null) {
        faults.add(
            scenario.get("id").fault("the scenario `" + scenario.text("id") + "` is there twice"));
      }
      if (!countries.isEmpty()) {
        scenarios.add(scenario(file, scenario, countries));
      }
    }
  }

  private Scenario scenario(Element file, Element scenario, List<Jurisdiction> countries) {
    Element request = scenario.get("request");
    Set<String> fixtures =
        file.get("fixtures").items().stream()
            .map(fixture -> fixture.text("id"))
            .collect(Collectors.toUnmodifiableSet());
    return new Scenario(
        file.name(),
        scenario.text("id"),
        scenario.text("title"),
        Rules.date(scenario, "date", faults),
        tenant(request, countries.getFirst()),
        claims(request, countries),
        Set.copyOf(request.texts("identifiers")),
        needs(request),
        request.optional("model", text -> text).orElse("auto"),
        fixtures,
        expected(scenario));
  }

  private static Set<Capability> needs(Element request) {
    Set<Capability> needs =
        request.texts("capability").stream()
            .flatMap(text -> Word.find(Capability.class, text).stream())
            .collect(Collectors.toUnmodifiableSet());
    return needs.isEmpty() ? Set.of(Capability.CHAT) : needs;
  }

  private List<Jurisdiction> countries(Element request) {
    List<Jurisdiction> countries = new ArrayList<>();
    Stream.of("country", "state")
        .flatMap(key -> request.get(key).items().stream())
        .forEach(
            code ->
                Jurisdiction.parse(code.text())
                    .ifPresentOrElse(
                        countries::add,
                        () ->
                            faults.add(
                                code.fault("no country has the code `" + code.text() + "`"))));
    return countries;
  }

  private static Claims claims(Element request, List<Jurisdiction> countries) {
    Claims said = ClaimsOfFile.read(request);
    return new Claims(
        countries,
        said.sectors(),
        said.data(),
        said.purposes(),
        said.audiences(),
        said.payers(),
        said.consents(),
        said.language(),
        said.age(),
        said.subjects());
  }

  private static Tenant tenant(Element request, Jurisdiction home) {
    List<String> owners = request.texts("tenant-controlled-from");
    return new Tenant(
        new TenantId("scenario"),
        home,
        request
            .optional("tenant-kind", text -> Word.find(TenantKind.class, text))
            .flatMap(kind -> kind)
            .orElse(TenantKind.COMPANY),
        new Control(
            owners.isEmpty() ? Set.of(home.country().code()) : Set.copyOf(owners),
            HostFiles.shares(request.get("tenant-owners")),
            request.get("tenant-established-in").isPresent()
                ? Set.copyOf(request.texts("tenant-established-in"))
                : Set.of(home.country().code())),
        Testimony.SILENT,
        new Arrangements(TenantFiles.agreements(request), safeguards(request)),
        Serving.in(TenantFiles.speech(request)));
  }

  private static Map<String, InForce> safeguards(Element request) {
    return request.texts("safeguards").stream()
        .collect(Collectors.toMap(text -> text, text -> InForce.ALWAYS, (first, second) -> first));
  }

  private static Scenario.Expected expected(Element scenario) {
    return new Scenario.Expected(
        scenario.text("expect").equals("permit"),
        scenario.optional("first", text -> text),
        scenario.texts("permits"),
        scenario.get("forbids").items().stream()
            .map(it -> new Scenario.Forbidden(it.text("deployment"), it.text("rule")))
            .toList(),
        scenario.optional("cause", text -> text),
        scenario.texts("duties"));
  }
}
