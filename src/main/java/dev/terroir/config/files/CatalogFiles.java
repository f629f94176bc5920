package dev.terroir.config.files;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Credential;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.Dialect;
import dev.terroir.catalog.Host;
import dev.terroir.catalog.HostId;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Weights;
import dev.terroir.config.yaml.Element;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.InForce;
import dev.terroir.policy.rule.Law;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the files of makers and hosts. Used once. */
final class CatalogFiles {

  private final Map<ModelId, Model> models = new LinkedHashMap<>();
  private final Map<DeploymentId, Deployment> deployments = new LinkedHashMap<>();
  private final List<Terms> terms = new ArrayList<>();
  private final Secrets secrets;
  private final List<Fault> faults;

  CatalogFiles(Secrets secrets, List<Fault> faults) {
    this.secrets = secrets;
    this.faults = faults;
  }

  Map<ModelId, Model> models() {
    return models;
  }

  Map<DeploymentId, Deployment> deployments() {
    return deployments;
  }

  List<Terms> terms() {
    return terms;
  }

  void readMaker(Element file) {
    for (Element element : file.get("models").items()) {
      Model model = model(element, file.text("maker"));
      if (models.putIfAbsent(model.id(), model) != null) {
        faults.add(element.get("id").fault("the model `" + model.id() + "` is there twice"));
      }
      Element territory = element.get("licence").get("territory");
      if (territory.isPresent()) {
        AnyOf<DeploymentAttribute> scope = scope(DeploymentAttribute.MODEL, model.id().value());
        RuleId id = new RuleId("LICENCE/" + model.id(), "territory");
        terms.add(new Terms(scope, territory(id, territory, licence(element))));
      }
    }
  }

  private static Model model(Element element, String maker) {
    return new Model(
        new ModelId(element.text("id")),
        element.text("name"),
        maker,
        Set.copyOf(element.texts("made-in")),
        word(Weights.class, element.text("weights")),
        word(Tier.class, element.text("tier")),
        element.texts("languages").stream()
            .map(tag -> tag.split("-", 2)[0])
            .collect(Collectors.toSet()),
        element.texts("capabilities").stream()
            .map(text -> word(Capability.class, text))
            .collect(Collectors.toSet()),
        element.texts("approved-by"));
  }

  /** The words have been checked by the schema. */
  private static <E extends Enum<E>> E word(Class<E> vocabulary, String text) {
    return Word.find(vocabulary, text).orElseThrow();
  }

  private static AnyOf<DeploymentAttribute> scope(DeploymentAttribute attribute, String id) {
    return AnyOf.of(new Condition<>(attribute, List.of(id)));
  }

  private static Optional<Law> licence(Element model) {
    Element licence = model.get("licence");
    return Optional.of(
        new Law(
            "licence",
            licence.text("name"),
            licence.optional("source", text -> text).orElse(model.text("source")),
            licence.optional("confidence", text -> text).orElse(model.text("confidence"))));
  }

  /** Where something may be used, as the rules that forbid it to everybody else. */
  private static List<Rule> territory(RuleId id, Element served, Optional<Law> law) {
    return Rules.recipients(served).others().stream()
        .map(
            others ->
                new Rule(
                    id,
                    law,
                    InForce.ALWAYS,
                    AnyOf.always(),
                    AnyOf.always(),
                    others,
                    Rule.Effect.FORBID))
        .toList();
  }

  void readHost(Element file) {
    Host host = host(file);
    for (Element element : file.get("deployments").items()) {
      deployment(element, file, host);
    }
    String scope = "HOST/" + host.id();
    Rules reader = new Rules(scope, file, faults);
    List<Rule> rules = new ArrayList<>(reader.read(file.get("rules")));
    Element serves = file.get("serves");
    if (serves.isPresent()) {
      rules.addAll(territory(new RuleId(scope, "serves"), serves, reader.lawOf(serves)));
    }
    terms.add(new Terms(scope(DeploymentAttribute.HOST, host.id().value()), rules));
  }

  private static Host host(Element file) {
    Element operator = file.get("operator");
    return new Host(
        new HostId(file.text("host")),
        file.text("name"),
        Set.copyOf(operator.texts("controlled-from")),
        Set.copyOf(operator.texts("established-in")),
        word(Hosting.class, file.text("hosting")),
        word(Dialect.class, file.text("dialect")),
        Set.copyOf(file.texts("agreements")));
  }

  private void deployment(Element element, Element file, Host host) {
    Optional<Model> model = Optional.ofNullable(models.get(new ModelId(element.text("model"))));
    Optional<URI> endpoint = endpoint(element.get("endpoint"));
    if (model.isEmpty()) {
      faults.add(element.get("model").fault("no model `" + element.text("model") + "` in models/"));
    }
    if (model.isEmpty() || endpoint.isEmpty()) {
      return;
    }
    Set<String> certified = new HashSet<>(file.texts("certified"));
    certified.addAll(element.texts("certified"));
    Deployment deployment =
        new Deployment(
            new DeploymentId(element.text("id")),
            model.get(),
            host,
            element.text("served-as"),
            Set.copyOf(element.texts("located-in")),
            Set.copyOf(element.texts("stored-in")),
            certified,
            Rules.retention(own(element, file, "retention"), "retention", faults),
            own(element, file, "trains-on-prompts").optional("trains-on-prompts", Boolean::valueOf),
            endpoint.get(),
            credential(element),
            element.number("weight", 100));
    if (deployments.putIfAbsent(deployment.id(), deployment) != null) {
      faults.add(
          element.get("id").fault("the deployment `" + deployment.id() + "` is there twice"));
    }
  }

  /** A deployment's own word, or else its host's. */
  private static Element own(Element element, Element file, String key) {
    return element.get(key).isPresent() ? element : file;
  }

  private Optional<URI> endpoint(Element element) {
    Optional<URI> endpoint = Optional.empty();
    try {
      endpoint = Optional.of(URI.create(element.text()));
    } catch (IllegalArgumentException e) {
      faults.add(element.fault("not a URL: `" + element.text() + "`"));
    }
    boolean usable =
        endpoint
            .filter(uri -> List.of("http", "https").contains(String.valueOf(uri.getScheme())))
            .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
            .isPresent();
    if (endpoint.isPresent() && !usable) {
      faults.add(element.fault("an endpoint is http(s)://host[:port]/path, with no user in it"));
      return Optional.empty();
    }
    return endpoint;
  }

  private Credential credential(Element element) {
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
    return new Credential(name, name.flatMap(secrets::find));
  }
}
