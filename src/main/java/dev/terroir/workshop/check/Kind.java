package dev.terroir.workshop.check;

import dev.terroir.policy.vocabulary.Word;

/** What a finding is about; the word is its id in every output. */
public enum Kind implements Word {
  FAULT(
      "A file that cannot be read",
      "The text is no YAML, does not meet its schema, or refers to what does not exist. A folder"
          + " with a fault is refused as a whole, and a running gateway keeps the last good one."),
  CONTRADICTORY_DUTIES(
      "Duties that cannot both hold",
      "Two rules that can bind one request ask for what no log or no deployment can be: a record"
          + " kept longer than another rule allows, or places and certificates that no deployment"
          + " has together. Within one country this is an error of the files; across two it is"
          + " what a request that both bind will meet."),
  UNSATISFIABLE_RULE(
      "A requirement that nothing meets",
      "No deployment of the catalogue meets what the rule requires, even with every agreement,"
          + " consent and safeguard: the rule forbids without saying so. Correct the id, add the"
          + " fact to the host that has it, or write `forbid: true`."),
  UNKNOWN_ID(
      "An id that only one side knows",
      "A rule asks for a certificate, an agreement, a safeguard, a register or a region that"
          + " nobody has, or somebody has one that no rule asks for. One of the two is often"
          + " misspelt."),
  UNREACHABLE_RULE(
      "A rule that never speaks",
      "The rule is over, its `when` matches no request, its `where` no deployment, or another rule"
          + " of the same file already forbids all that it could."),
  PREFERENCE_NEVER_LAWFUL(
      "A preference for what is never chosen",
      "An entry of `order` names no deployment, or only such as the law excludes for every request"
          + " that the preference is for, or an earlier preference takes every such request."),
  EXPIRED_FACTS(
      "A fact that time has overtaken",
      "A law that has ended, a file that nobody has reviewed for a year, a membership, key or"
          + " safeguard that is over, or a fact from memory that counts as unknown until somebody"
          + " has looked."),
  NO_LAWFUL_CHAT(
      "A country without a lawful chat deployment",
      "An ordinary request of a company at home is refused whatever it asks for. Either a rule is"
          + " stricter than the law, or the catalogue lacks a deployment that the law allows."),
  UNCOVERED_RULE(
      "A rule that no scenario shows",
      "No expected decision in `scenarios` depends on the rule, so an edit that breaks it would go"
          + " unnoticed. Add a scenario whose decision it changes.");

  private final String title;
  private final String help;

  Kind(String title, String help) {
    this.title = title;
    this.help = help;
  }

  /** One line. */
  public String title() {
    return title;
  }

  /** What it means and what to do about it. */
  public String help() {
    return help;
  }
}
