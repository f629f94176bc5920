package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.Bloc.LegalEffect;
import dev.terroir.jurisdiction.Bloc.Membership;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.vocabulary.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of countries and blocs. Used once. */
final class PolicyFiles {

  private final Map<Jurisdiction, CountryPolicy> countries = new LinkedHashMap<>();
  private final Map<String, BlocPolicy> blocs = new LinkedHashMap<>();
  private final List<Fault> faults;

  PolicyFiles(List<Fault> faults) {
    this.faults = faults;
  }

  Map<Jurisdiction, CountryPolicy> countries() {
    return countries;
  }

  Map<String, BlocPolicy> blocs() {
    return blocs;
  }

  void readCountry(Element file) {
    String code = file.text("country");
    Optional<Jurisdiction> jurisdiction = Jurisdiction.parse(code);
    if (jurisdiction.isEmpty()) {
      faults.add(file.get("country").fault("no country has the code `" + code + "`"));
      return;
    }
    Rules rules = new Rules(code, file, faults);
    countries.put(
        jurisdiction.get(),
        new CountryPolicy(
            jurisdiction.get(),
            file.text("name"),
            file.texts("follows"),
            rules.read(file.get("rules")),
            rules.read(file.get("exports")),
            Rules.preferences(file.get("prefer"))));
  }

  void readBloc(Element file) {
    String id = file.text("bloc");
    Rules rules = new Rules(id, file, faults);
    Bloc bloc =
        new Bloc(
            id,
            file.text("name"),
            Word.find(LegalEffect.class, file.text("legal-effect")).orElseThrow(),
            file.get("members").items().stream().map(this::membership).toList());
    blocs.put(
        id, new BlocPolicy(bloc, rules.read(file.get("rules")), rules.read(file.get("exports"))));
  }

  private Membership membership(Element member) {
    String code = member.isMap() ? member.text("country") : member.text();
    if (Jurisdiction.parse(code).isEmpty()) {
      faults.add(member.fault("no country has the code `" + code + "`"));
    }
    return new Membership(
        code, Rules.date(member, "from", faults), Rules.date(member, "until", faults));
  }
}
