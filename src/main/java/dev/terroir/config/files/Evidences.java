package dev.terroir.config.files;

import dev.terroir.catalog.Evidence;
import dev.terroir.catalog.Field;
import dev.terroir.catalog.Provenance;
import dev.terroir.catalog.Verification;
import dev.terroir.config.yaml.Element;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.vocabulary.Word;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads why the facts of the catalogue are believed. */
final class Evidences {

  private Evidences() {}

  /**
   * @param element what states its source, verification and confidence, and single facts
   * @param file where the date stands
   */
  static Provenance of(Element element, Element file, List<Fault> faults) {
    Evidence general =
        new Evidence(
            Optional.empty(),
            element.text("source"),
            Rules.date(file, "date", faults),
            element.text("confidence"),
            verification(element).orElse(Verification.RECALLED));
    return new Provenance(general, single(element.get("facts"), general, faults));
  }

  /** The evidence for single facts; what it leaves out is as for all the others. */
  static Map<Field, Evidence> single(Element facts, Evidence general, List<Fault> faults) {
    Map<Field, Evidence> single = new EnumMap<>(Field.class);
    for (Map.Entry<String, Element> entry : facts.entries()) {
      Element fact = entry.getValue();
      Evidence evidence =
          new Evidence(
              fact.optional("claim", text -> text),
              fact.optional("source", text -> text).orElse(general.source()),
              Rules.date(fact, "date", faults).or(general::date),
              fact.optional("confidence", text -> text).orElse(general.confidence()),
              verification(fact).orElse(general.verified()));
      Word.find(Field.class, entry.getKey()).ifPresent(field -> single.put(field, evidence));
    }
    return single;
  }

  private static Optional<Verification> verification(Element element) {
    return Word.find(Verification.class, element.text("verified"));
  }
}
