package dev.terroir.config.files;

import dev.terroir.catalog.Catalog;
import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.rule.Alias;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a library together from files that their schemas have accepted. Used once. */
final class Assembly {

  private final Map<String, List<Element>> files;
  private final Element gateway;
  private final List<Fault> faults = new ArrayList<>();
  private final PolicyFiles policies = new PolicyFiles(faults);
  private final TenantFiles tenants = new TenantFiles(faults);
  private final ScenarioFiles scenarios = new ScenarioFiles(faults);
  private final CatalogFiles catalog;

  /**
   * @param files by kind
   */
  Assembly(Map<String, List<Element>> files, Element gateway, Secrets secrets) {
    this.files = files;
    this.gateway = gateway;
    this.catalog = new CatalogFiles(secrets, faults);
  }

  private List<Element> of(String kind) {
    return files.getOrDefault(kind, List.of());
  }

  Reading assemble(String digest) {
    of("bloc").forEach(policies::readBloc);
    of("country").forEach(policies::readCountry);
    of("models").forEach(catalog::readMaker);
    of("host").forEach(catalog::readHost);
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
            catalog.terms(),
            aliases(),
            tenants.tenants(),
            new Catalog(catalog.models().values(), catalog.deployments().values()));
    return new Reading.Sound(
        new Contents(
            library,
            tenants.keys(),
            scenarios.scenarios(),
            gateway.get("cell").text("id"),
            binds,
            digest));
  }

  private void checkReferences() {
    References references = new References(policies.blocs().keySet(), ids(), faults);
    of("bloc").forEach(references::checkPolicy);
    of("country").forEach(references::checkPolicy);
    of("host").forEach(references::checkPolicy);
    for (Element tenant : of("tenant")) {
      references.checkPreferences(tenant.get("prefer"));
      references.places(tenant.get("controlled-from"));
    }
    for (Element host : of("host")) {
      references.places(host.get("operator").get("controlled-from"));
      references.places(host.get("operator").get("established-in"));
      for (Element deployment : host.get("deployments").items()) {
        references.places(deployment.get("located-in"));
        references.places(deployment.get("stored-in"));
      }
    }
  }

  private Map<DeploymentAttribute, Set<String>> ids() {
    return Map.of(
        DeploymentAttribute.MAKER,
        of("models").stream().map(file -> file.text("maker")).collect(Collectors.toSet()),
        DeploymentAttribute.MODEL,
        catalog.models().keySet().stream().map(id -> id.value()).collect(Collectors.toSet()),
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
