package dev.terroir.config.files;

import dev.terroir.catalog.Authentication;
import dev.terroir.catalog.Credential;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.Dialect;
import dev.terroir.catalog.Host;
import dev.terroir.catalog.HostId;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.catalog.Provenance;
import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.Control;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the files of hosts: operators, their terms, and what they serve where. Used once. */
final class HostFiles {

  private final Map<ModelId, Model> models;
  private final Map<DeploymentId, Deployment> deployments = new LinkedHashMap<>();
  private final List<Terms> terms = new ArrayList<>();
  private final Secrets secrets;
  private final List<Fault> faults;
  private final Map<String, Origin> origins;

  HostFiles(
      Map<ModelId, Model> models,
      Secrets secrets,
      List<Fault> faults,
      Map<String, Origin> origins) {
    this.models = models;
    this.secrets = secrets;
    this.faults = faults;
    this.origins = origins;
  }

  Map<DeploymentId, Deployment> deployments() {
    return deployments;
  }

  List<Terms> terms() {
    return terms;
  }

  void read(Element file) {
    Host host = host(file);
    for (Element element : file.get("deployments").items()) {
      add(
          new Served(element.text("id"), element.get("model"), element.text("served-as")),
          element,
          file,
          host);
    }
    for (Element site : file.get("sites").items()) {
      for (Map.Entry<String, Element> model : site.get("models").entries()) {
        String id = site.text("id") + "/" + model.getKey();
        add(new Served(id, model.getKey(), model.getValue()), site, file, host);
      }
    }
    String scope = Subjects.host(host.id());
    Origins.words(scope, file, "certified", origins);
    Origins.words(scope, file, "agreements", origins);
    Rules reader = new Rules(scope, file, faults, origins);
    List<Rule> rules = new ArrayList<>(reader.read(file.get("rules")));
    Element serves = file.get("serves");
    if (serves.isPresent()) {
      RuleId id = new RuleId(scope, "serves");
      origins.put(Subjects.rule(id), serves.origin());
      rules.addAll(ModelFiles.territory(id, serves, reader.lawOf(serves)));
    }
    terms.add(
        new Terms(
            AnyOf.of(new Condition<>(DeploymentAttribute.HOST, List.of(host.id().value()))),
            rules));
  }

  /** One model of a deployment's or a site's entry. */
  private record Served(String id, String model, String as, Element place) {

    Served(String id, Element model, String as) {
      this(id, model.text(), as, model);
    }

    Served(String id, String model, Element as) {
      this(id, model, as.text(), as);
    }
  }

  private Host host(Element file) {
    Element operator = file.get("operator");
    Set<String> controlledFrom = Set.copyOf(operator.texts("controlled-from"));
    return new Host(
        new HostId(file.text("host")),
        file.text("name"),
        new Control(
            controlledFrom,
            shares(operator.get("owners")),
            Set.copyOf(operator.texts("established-in"))),
        operator.get("accessed-from").isPresent()
            ? Set.copyOf(operator.texts("accessed-from"))
            : controlledFrom,
        ModelFiles.word(Hosting.class, file.text("hosting")),
        ModelFiles.word(Dialect.class, file.text("dialect")),
        Set.copyOf(file.texts("agreements")),
        Evidences.of(file, file, faults));
  }

  /** Owners by country; one that names no share owns all. */
  static Map<String, Integer> shares(Element owners) {
    Map<String, Integer> shares = new HashMap<>();
    for (Element owner : owners.items()) {
      shares.merge(owner.text("country"), owner.number("share", 100), Integer::sum);
    }
    return shares;
  }

  private void add(Served served, Element element, Element file, Host host) {
    Optional<Model> model = Optional.ofNullable(models.get(new ModelId(served.model)));
    Optional<URI> endpoint = endpoint(element.get("endpoint"), host);
    if (model.isEmpty()) {
      faults.add(served.place.fault("no model `" + served.model + "` in models/"));
    }
    if (model.isEmpty() || endpoint.isEmpty()) {
      return;
    }
    new Placement(file, host.dialect(), faults).check(element, served.as, endpoint.get());
    Set<String> certified = new HashSet<>(file.texts("certified"));
    certified.addAll(element.texts("certified"));
    Deployment deployment =
        new Deployment(
            new DeploymentId(served.id),
            model.get(),
            host,
            served.as,
            Set.copyOf(element.texts("located-in")),
            Set.copyOf(element.texts("stored-in")),
            certified,
            Rules.retention(own(element, file, "retention"), "retention", faults),
            own(element, file, "trains-on-prompts").optional("trains-on-prompts", Boolean::valueOf),
            endpoint.get(),
            credential(element, file, host.dialect()),
            element.number("weight", 100),
            element.optional("region", text -> text),
            own(element, file, "api-version").optional("api-version", text -> text),
            provenance(element, host));
    String subject = Subjects.deployment(served.id);
    origins.put(subject, element.origin());
    Origins.words(subject, element, "certified", origins);
    Origins.of(subject, element, "region", origins);
    if (deployments.putIfAbsent(deployment.id(), deployment) != null) {
      faults.add(
          element.get("id").fault("the deployment `" + deployment.id() + "` is there twice"));
    }
  }

  private Provenance provenance(Element element, Host host) {
    Provenance ofHost = host.provenance();
    return ofHost.with(Evidences.single(element.get("facts"), ofHost.general(), faults));
  }

  /** A deployment's own word, or else its host's. */
  static Element own(Element element, Element file, String key) {
    return element.get(key).isPresent() ? element : file;
  }

  /** Of a machine, or {@code embedded:} and a name where that is this process. */
  private Optional<URI> endpoint(Element element, Host host) {
    Optional<URI> endpoint = Optional.empty();
    try {
      endpoint = Optional.of(URI.create(element.text()));
    } catch (IllegalArgumentException e) {
      faults.add(element.fault("not a URL: `" + element.text() + "`"));
    }
    boolean embedded = endpoint.filter(uri -> "embedded".equals(uri.getScheme())).isPresent();
    if (embedded != (host.dialect() == Dialect.EMBEDDED)) {
      faults.add(
          element.fault("`embedded:` is the endpoint of the dialect `embedded`, and no other"));
      return Optional.empty();
    }
    boolean usable =
        endpoint
            .filter(uri -> List.of("http", "https").contains(String.valueOf(uri.getScheme())))
            .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
            .isPresent();
    if (endpoint.isPresent() && !usable && !embedded) {
      faults.add(element.fault("an endpoint is http(s)://host[:port]/path, with no user in it"));
      return Optional.empty();
    }
    return endpoint;
  }

  private Credential credential(Element element, Element file, Dialect dialect) {
    Element credential = element.get("credential");
    if (!credential.isPresent()) {
      return Credential.NONE_NEEDED;
    }
    Optional<String> name = Secrets.reference(credential.text());
    if (name.isEmpty()) {
      faults.add(
          credential.fault(
              "a credential is a reference, as in ${MISTRAL_API_KEY} or"
                  + " ${file:/run/secrets/mistral}: secrets do not stand in files"));
    }
    Authentication authentication =
        own(element, file, "authentication")
            .optional("authentication", word -> ModelFiles.word(Authentication.class, word))
            .orElse(Authentication.usual(dialect));
    return new Credential(authentication, name, name.flatMap(secrets::find));
  }
}
