package dev.terroir.config.files;

import dev.terroir.catalog.Credential;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.Dialect;
import dev.terroir.catalog.Evidence;
import dev.terroir.catalog.Host;
import dev.terroir.catalog.HostId;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.catalog.Provenance;
import dev.terroir.catalog.Verification;
import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.Control;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.vocabulary.Word;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deployment that exists only for scenarios: nothing is ever sent to it. */
record Fixture(Element element) {

  private static final String MODEL = "gpt-oss";
  private static final URI NOWHERE = URI.create("http://fixture.invalid/v1");
  private static final Provenance DECLARED =
      new Provenance(
          new Evidence(
              Optional.empty(), "a scenario", Optional.empty(), "high", Verification.DECLARED),
          Map.of());

  Optional<Deployment> deployment(Map<ModelId, Model> models, List<Fault> faults) {
    String model = element.optional("model", text -> text).orElse(MODEL);
    Optional<Model> known = Optional.ofNullable(models.get(new ModelId(model)));
    if (known.isEmpty()) {
      faults.add(element.fault("no model `" + model + "` in models/"));
    }
    return known.map(it -> deployment(it, faults));
  }

  private Deployment deployment(Model model, List<Fault> faults) {
    Set<String> located = new HashSet<>(element.texts("located-in"));
    return new Deployment(
        new DeploymentId(element.text("id")),
        approved(model),
        host(),
        model.id().value(),
        located,
        texts("stored-in").orElse(located),
        Set.copyOf(element.texts("certified")),
        Rules.retention(element, "retention", faults),
        element.optional("trains-on-prompts", Boolean::valueOf),
        NOWHERE,
        Credential.NONE_NEEDED,
        1,
        Optional.empty(),
        Optional.empty(),
        DECLARED);
  }

  /** The model, in those registers that the fixture says. */
  private Model approved(Model model) {
    List<String> registers = element.texts("approved-by");
    return registers.isEmpty()
        ? model
        : new Model(
            model.id(),
            model.name(),
            model.maker(),
            model.madeIn(),
            model.weights(),
            model.tier(),
            model.languages(),
            model.capabilities(),
            registers,
            model.provenance());
  }

  private Host host() {
    Set<String> controlled =
        texts("controlled-from").orElseGet(() -> Set.of(element.texts("located-in").getFirst()));
    return new Host(
        new HostId(element.optional("host", text -> text).orElse("test")),
        "A fixture",
        new Control(
            controlled,
            HostFiles.shares(element.get("owners")),
            texts("established-in").orElse(controlled)),
        texts("accessed-from").orElse(controlled),
        Word.find(Hosting.class, element.text("hosting")).orElse(Hosting.THIRD_PARTY),
        Dialect.OPENAI,
        Set.copyOf(element.texts("agreements")),
        DECLARED);
  }

  private Optional<Set<String>> texts(String key) {
    return element.get(key).isPresent()
        ? Optional.of(Set.copyOf(element.texts(key)))
        : Optional.empty();
  }
}
