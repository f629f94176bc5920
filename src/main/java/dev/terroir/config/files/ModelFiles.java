package dev.terroir.config.files;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.ModelId;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Weights;
import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Law;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the files of makers: models, and where their licences let them be used. Used once. */
final class ModelFiles {

  private final Map<ModelId, Model> models = new LinkedHashMap<>();
  private final List<Terms> terms = new ArrayList<>();
  private final List<Fault> faults;
  private final Map<String, Origin> origins;

  ModelFiles(List<Fault> faults, Map<String, Origin> origins) {
    this.faults = faults;
    this.origins = origins;
  }

  Map<ModelId, Model> models() {
    return models;
  }

  List<Terms> terms() {
    return terms;
  }

  void read(Element file) {
    String maker = Subjects.maker(file.text("maker"));
    origins.put(maker, file.origin());
    Origins.of(maker, file, "date", origins);
    for (Element element : file.get("models").items()) {
      Model model = model(element, file);
      origins.put(Subjects.model(model.id()), element.origin());
      Origins.words(Subjects.model(model.id()), element, "approved-by", origins);
      if (models.putIfAbsent(model.id(), model) != null) {
        faults.add(element.get("id").fault("the model `" + model.id() + "` is there twice"));
      }
      Element territory = element.get("licence").get("territory");
      if (territory.isPresent()) {
        RuleId id = new RuleId("LICENCE/" + model.id(), "territory");
        origins.put(Subjects.rule(id), territory.origin());
        AnyOf<DeploymentAttribute> scope =
            AnyOf.of(new Condition<>(DeploymentAttribute.MODEL, List.of(model.id().value())));
        terms.add(new Terms(scope, territory(id, territory, licence(element))));
      }
    }
  }

  private Model model(Element element, Element file) {
    return new Model(
        new ModelId(element.text("id")),
        element.text("name"),
        file.text("maker"),
        Set.copyOf(element.texts("made-in")),
        word(Weights.class, element.text("weights")),
        word(Tier.class, element.text("tier")),
        element.texts("languages").stream()
            .map(tag -> tag.split("-", 2)[0])
            .collect(Collectors.toSet()),
        element.texts("capabilities").stream()
            .map(text -> word(Capability.class, text))
            .collect(Collectors.toSet()),
        element.texts("approved-by"),
        Evidences.of(element, file, faults));
  }

  /** The words have been checked by the schema. */
  static <E extends Enum<E>> E word(Class<E> vocabulary, String text) {
    return Word.find(vocabulary, text).orElseThrow();
  }

  private static Optional<Law> licence(Element model) {
    Element licence = model.get("licence");
    return Optional.of(
        new Law(
            "licence",
            licence.text("name"),
            Optional.empty(),
            InForce.ALWAYS,
            licence.optional("source", text -> text).orElse(model.text("source")),
            licence.optional("confidence", text -> text).orElse(model.text("confidence")),
            Optional.empty()));
  }

  /** Where something may be used, as the rules that forbid it to everybody else. */
  static List<Rule> territory(RuleId id, Element served, Optional<Law> law) {
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
                    Rule.Effect.FORBID,
                    Rule.Mode.ENFORCE))
        .toList();
  }
}
