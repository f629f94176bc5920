package dev.terroir.workshop.survey;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which requests are looked at: every combination of these. Immutable.
 *
 * @param languages for each country
 */
public record Situations(
    Map<Jurisdiction, List<String>> languages,
    List<Optional<Sector>> sectors,
    List<DataClass> data) {

  public Situations {
    languages = new TreeMap<>(languages);
    sectors = List.copyOf(sectors);
    data = List.copyOf(data);
  }

  /** Every country with a file in its own languages, every sector and none, and {@code data}. */
  public static Situations inOwnLanguages(Library library, List<DataClass> data) {
    Map<Jurisdiction, List<String>> languages = new TreeMap<>();
    library.countries().forEach((code, policy) -> languages.put(code, own(policy)));
    return new Situations(languages, everySector(), data);
  }

  /** The same with every language that is official or main anywhere. */
  public static Situations inAllLanguages(Library library, List<DataClass> data) {
    TreeSet<String> all = new TreeSet<>();
    library.countries().values().forEach(policy -> all.addAll(own(policy)));
    Map<Jurisdiction, List<String>> languages = new TreeMap<>();
    library.countries().keySet().forEach(code -> languages.put(code, List.copyOf(all)));
    return new Situations(languages, everySector(), data);
  }

  private static List<String> own(CountryPolicy policy) {
    return policy.languages().isEmpty() ? List.of("en") : policy.languages();
  }

  private static List<Optional<Sector>> everySector() {
    List<Optional<Sector>> sectors = new ArrayList<>();
    sectors.add(Optional.empty());
    for (Sector sector : Sector.values()) {
      sectors.add(Optional.of(sector));
    }
    return sectors;
  }

  /** Only these countries; all where none is named. */
  public Situations of(List<Jurisdiction> countries) {
    if (countries.isEmpty()) {
      return this;
    }
    Map<Jurisdiction, List<String>> only = new TreeMap<>(languages);
    only.keySet().retainAll(countries);
    return new Situations(only, sectors, data);
  }

  /** How many there are. */
  public int size() {
    int perLanguage = sectors.size() * data.size();
    return languages.values().stream().mapToInt(all -> all.size() * perLanguage).sum();
  }
}
