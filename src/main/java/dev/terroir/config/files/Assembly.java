package dev.terroir.config.files;

import dev.terroir.catalog.Catalog;
import dev.terroir.config.yaml.Element;
import dev.terroir.identity.StoredKey;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Alias;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a library together from files that their schemas have accepted. Used once. */
final class Assembly {

  /** Whose keys those of operators are. */
  private static final TenantId OPERATORS = new TenantId("operator");

  private final Map<String, List<Element>> files;
  private final Element gateway;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Origin> origins = new HashMap<>();
  private final PolicyFiles policies = new PolicyFiles(faults, origins);
  private final ModelFiles models = new ModelFiles(faults, origins);
  private final TenantFiles tenants = new TenantFiles(faults, origins);
  private final EvidenceFiles evidence = new EvidenceFiles(faults);
  private final HostFiles hosts;
  private final ScenarioFiles scenarios;

  /**
   * @param files by kind
   */
  Assembly(Map<String, List<Element>> files, Element gateway, Secrets secrets) {
    this.files = files;
    this.gateway = gateway;
    this.hosts = new HostFiles(models.models(), secrets, faults, origins);
    this.scenarios = new ScenarioFiles(models.models(), faults, origins);
  }

  private List<Element> of(String kind) {
    return files.getOrDefault(kind, List.of());
  }

  Reading assemble(String digest) {
    of("bloc").forEach(policies::readBloc);
    of("country").forEach(policies::readCountry);
    of("models").forEach(models::read);
    of("host").forEach(hosts::read);
    of("evidence").forEach(evidence::read);
    of("tenant").forEach(tenants::read);
    of("scenarios").forEach(scenarios::read);
    checkReferences();
    List<Jurisdiction> binds = binds();
    if (!faults.isEmpty()) {
      return new Reading.Faulty(faults);
    }
    Library library =
        new Library(
            policies.countries(),
            policies.blocs(),
            Stream.concat(models.terms().stream(), hosts.terms().stream()).toList(),
            aliases(),
            tenants.tenants(),
            new Catalog(models.models().values(), hosts.deployments().values(), evidence.grades()),
            regions());
    return new Reading.Sound(
        new Contents(
            library,
            tenants.keys(),
            operators(),
            scenarios.scenarios(),
            scenarios.fixtures(),
            gateway.get("cell").text("id"),
            binds,
            origins,
            digest));
  }

  private void checkReferences() {
    References references = new References(policies.blocs().keySet(), ids(), faults);
    of("bloc").forEach(references::checkPolicy);
    of("country").forEach(references::checkPolicy);
    of("host").forEach(references::checkPolicy);
    gateway.get("regions").items().forEach(region -> references.places(region.get("places")));
    of("scenarios").forEach(references::checkScenarios);
    of("evidence").forEach(references::checkEvidence);
    for (Element tenant : of("tenant")) {
      references.checkPreferences(tenant.get("prefer"));
      tenant.get("agreements").items().forEach(it -> references.host(it.get("host")));
      references.places(tenant.get("controlled-from"));
    }
    for (Element host : of("host")) {
      references.places(host.get("operator").get("controlled-from"));
      references.places(host.get("operator").get("established-in"));
      references.places(host.get("operator").get("accessed-from"));
      Stream.of("deployments", "sites")
          .flatMap(key -> host.get(key).items().stream())
          .forEach(references::checkSite);
    }
  }

  private Map<DeploymentAttribute, Set<String>> ids() {
    return Map.of(
        DeploymentAttribute.MAKER,
        of("models").stream().map(file -> file.text("maker")).collect(Collectors.toSet()),
        DeploymentAttribute.MODEL,
        models.models().keySet().stream().map(id -> id.value()).collect(Collectors.toSet()),
        DeploymentAttribute.HOST,
        of("host").stream().map(file -> file.text("host")).collect(Collectors.toSet()));
  }

  private List<Jurisdiction> binds() {
    List<Jurisdiction> binds = new ArrayList<>();
    for (Element code : gateway.get("cell").get("binds").items()) {
      Jurisdiction.parse(code.text())
          .filter(policies.countries()::containsKey)
          .ifPresentOrElse(
              binds::add, () -> faults.add(code.fault("no policy file for `" + code.text() + "`")));
    }
    return binds;
  }

  private Map<String, List<String>> regions() {
    return gateway.get("regions").items().stream()
        .collect(
            Collectors.toMap(
                region -> region.text("id"),
                region -> region.texts("places"),
                (first, second) -> first));
  }

  private List<StoredKey> operators() {
    return gateway.get("operators").items().stream().map(this::operator).toList();
  }

  private StoredKey operator(Element element) {
    StoredKey key = TenantFiles.stored(element, OPERATORS, faults);
    origins.put(Subjects.key(key.id()), element.origin());
    return key;
  }

  private List<Alias> aliases() {
    return gateway.get("aliases").items().stream()
        .map(
            alias ->
                new Alias(
                    alias.text("id"),
                    ClaimsOfFile.read(alias.get("adds")),
                    Conditions.ofDeployment(alias.get("where"))))
        .toList();
  }
}
