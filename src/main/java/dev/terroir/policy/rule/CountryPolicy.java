package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.Jurisdiction;
import java.time.LocalDate;
import java.util.List;

/**
 * A country's file, or a subdivision's.
 *
 * @param languages the primary BCP-47 tags of its official and main languages, in the order of the
 *     file
 * @param reviewed when a person last checked the file against the law
 * @param follows the blocs whose rules bind it too
 * @param exports what others may do with models made here and machines standing here
 */
public record CountryPolicy(
    Jurisdiction jurisdiction,
    String name,
    List<String> languages,
    LocalDate reviewed,
    List<String> follows,
    List<Rule> rules,
    List<Rule> exports,
    List<Preference> prefer) {

  public CountryPolicy {
    languages = List.copyOf(languages);
    follows = List.copyOf(follows);
    rules = List.copyOf(rules);
    exports = List.copyOf(exports);
    prefer = List.copyOf(prefer);
  }
}
