package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.Jurisdiction;
import java.util.List;

/**
 * A country's file, or a subdivision's.
 *
 * @param follows the blocs whose rules bind it too
 * @param exports what others may do with models made here and machines standing here
 */
public record CountryPolicy(
    Jurisdiction jurisdiction,
    String name,
    List<String> follows,
    List<Rule> rules,
    List<Rule> exports,
    List<Preference> prefer) {

  public CountryPolicy {
    follows = List.copyOf(follows);
    rules = List.copyOf(rules);
    exports = List.copyOf(exports);
    prefer = List.copyOf(prefer);
  }
}
