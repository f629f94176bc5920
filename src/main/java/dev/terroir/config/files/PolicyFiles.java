package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.Bloc.LegalEffect;
import dev.terroir.jurisdiction.Bloc.Membership;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.vocabulary.Word;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files of countries and blocs. Used once. */
final class PolicyFiles {

  private final Map<Jurisdiction, CountryPolicy> countries = new LinkedHashMap<>();
  private final Map<String, BlocPolicy> blocs = new LinkedHashMap<>();
  private final List<Fault> faults;
  private final Map<String, Origin> origins;

  PolicyFiles(List<Fault> faults, Map<String, Origin> origins) {
    this.faults = faults;
    this.origins = origins;
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
    Rules rules = new Rules(code, file, faults, origins);
    countries.put(
        jurisdiction.get(),
        new CountryPolicy(
            jurisdiction.get(),
            file.text("name"),
            languages(file.get("languages")),
            reviewed(file),
            file.texts("follows"),
            rules.read(file.get("rules")),
            rules.read(file.get("exports")),
            Rules.preferences(file, code, origins)));
  }

  void readBloc(Element file) {
    String id = file.text("bloc");
    Rules rules = new Rules(id, file, faults, origins);
    Bloc bloc =
        new Bloc(
            id,
            file.text("name"),
            Word.find(LegalEffect.class, file.text("legal-effect")).orElseThrow(),
            file.get("members").items().stream().map(this::membership).toList());
    blocs.put(
        id,
        new BlocPolicy(
            bloc, reviewed(file), rules.read(file.get("rules")), rules.read(file.get("exports"))));
  }

  private static List<String> languages(Element languages) {
    return Stream.of("official", "main")
        .flatMap(kind -> languages.texts(kind).stream())
        .map(tag -> tag.split("-", 2)[0])
        .distinct()
        .toList();
  }

  private LocalDate reviewed(Element file) {
    return Rules.date(file, "reviewed", faults).orElse(LocalDate.MIN);
  }

  private Membership membership(Element member) {
    String code = member.isMap() ? member.text("country") : member.text();
    if (Jurisdiction.parse(code).isEmpty()) {
      faults.add(member.fault("no country has the code `" + code + "`"));
    }
    return new Membership(
        code, new InForce(Rules.date(member, "from", faults), Rules.date(member, "until", faults)));
  }
}
