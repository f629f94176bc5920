package dev.terroir.config.files;

import dev.terroir.catalog.LanguageEvidence;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.catalog.LanguageGrades;
import dev.terroir.catalog.ModelId;
import dev.terroir.config.yaml.Element;
import dev.terroir.policy.folder.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of results that say how good models are in languages. Used once. */
final class EvidenceFiles {

  private final List<LanguageEvidence> evidence = new ArrayList<>();
  private final List<Fault> faults;

  EvidenceFiles(List<Fault> faults) {
    this.faults = faults;
  }

  LanguageGrades grades() {
    return new LanguageGrades(evidence);
  }

  void read(Element file) {
    for (Element item : file.get("evidence").items()) {
      item.texts("language").forEach(tag -> evidence.add(evidence(item, tag)));
    }
  }

  private LanguageEvidence evidence(Element item, String tag) {
    return new LanguageEvidence(
        new ModelId(item.text("model")),
        tag.split("-", 2)[0],
        ModelFiles.word(LanguageGrade.class, item.text("grade")),
        item.text("benchmark"),
        item.text("result"),
        item.text("source"),
        Rules.date(item, "date", faults).orElse(LocalDate.MIN));
  }
}
