package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.Bloc;
import java.time.LocalDate;
import java.util.List;

/** A bloc's file: who its members are, and the rules that bind the countries which follow it. */
public record BlocPolicy(Bloc bloc, LocalDate reviewed, List<Rule> rules, List<Rule> exports) {
  public BlocPolicy {
    rules = List.copyOf(rules);
    exports = List.copyOf(exports);
  }
}
