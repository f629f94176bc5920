package dev.terroir.config.files;

import dev.terroir.catalog.Retention;
import dev.terroir.config.yaml.Element;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.rule.InForce;
import dev.terroir.policy.rule.Law;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Preference;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import dev.terroir.policy.vocabulary.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of one file. Used once. */
final class Rules {

  private final String scope;
  private final Map<String, Law> laws = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Fault> faults;

  /**
   * @param scope how the rules are shown: {@code DE}
   * @param faults receives what is wrong
   */
  Rules(String scope, Element file, List<Fault> faults) {
    this.scope = scope;
    this.faults = faults;
    file.get("laws").entries().forEach(entry -> laws.put(entry.getKey(), law(entry)));
  }

  private static Law law(Map.Entry<String, Element> entry) {
    Element law = entry.getValue();
    return new Law(entry.getKey(), law.text("title"), law.text("source"), law.text("confidence"));
  }

  List<Rule> read(Element list) {
    return list.items().stream().map(this::rule).toList();
  }

  private Rule rule(Element rule) {
    String name = rule.text("id");
    if (!names.add(name)) {
      faults.add(rule.get("id").fault("the id `" + name + "` is there twice in this file"));
    }
    return new Rule(
        new RuleId(scope, name),
        lawOf(rule),
        inForce(rule),
        Conditions.ofRequest(rule.get("when")),
        Conditions.ofDeployment(rule.get("where")),
        recipients(rule.get("to")),
        new Rule.Effect(
            rule.flag("forbid"),
            Conditions.ofDeployment(rule.get("require")),
            obligations(rule.get("oblige"))));
  }

  Optional<Law> lawOf(Element rule) {
    Optional<String> id = rule.optional("law", text -> text);
    Optional<Law> law = id.flatMap(it -> Optional.ofNullable(laws.get(it)));
    if (id.isPresent() && law.isEmpty()) {
      faults.add(
          rule.get("law").fault("no law `" + id.get() + "` in this file: it has " + laws.keySet()));
    }
    return law;
  }

  private InForce inForce(Element rule) {
    InForce inForce = new InForce(date(rule, "from"), date(rule, "until"));
    boolean reversed =
        inForce.from().isPresent()
            && inForce.until().isPresent()
            && inForce.until().get().isBefore(inForce.from().get());
    if (reversed) {
      faults.add(rule.get("until").fault("`until` is before `from`: this is never in force"));
    }
    return inForce;
  }

  private Optional<LocalDate> date(Element element, String key) {
    return date(element, key, faults);
  }

  static Optional<LocalDate> date(Element element, String key, List<Fault> faults) {
    if (!element.get(key).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(element.text(key)));
    } catch (DateTimeException e) {
      faults.add(element.get(key).fault("`" + element.text(key) + "` is no day: write 2026-12-31"));
      return Optional.empty();
    }
  }

  static Recipients recipients(Element to) {
    return new Recipients(to.texts("in"), to.texts("outside"));
  }

  private List<Obligation> obligations(Element oblige) {
    List<Obligation> obligations = new ArrayList<>();
    oblige
        .optional("protect", text -> Word.find(Obligation.Strength.class, text))
        .flatMap(strength -> strength)
        .ifPresent(strength -> obligations.add(new Obligation.Protect(strength)));
    if (oblige.flag("disclose-ai")) {
      obligations.add(new Obligation.DiscloseAi());
    }
    if (oblige.flag("mark-output")) {
      obligations.add(new Obligation.MarkOutput());
    }
    if (oblige.flag("human-review")) {
      obligations.add(new Obligation.HumanReview());
    }
    Element log = oblige.get("retain-log");
    if (log.isPresent()) {
      obligations.add(
          new Obligation.RetainLog(retention(log, "at-least"), retention(log, "at-most")));
    }
    return obligations;
  }

  private Optional<Retention> retention(Element element, String key) {
    return retention(element, key, faults);
  }

  static Optional<Retention> retention(Element element, String key, List<Fault> faults) {
    if (!element.get(key).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Retention(element.text(key)));
    } catch (IllegalArgumentException e) {
      String message = "`" + element.text(key) + "` is no ISO 8601 duration: write P30D or PT24H";
      faults.add(element.get(key).fault(message));
      return Optional.empty();
    }
  }

  static List<Preference> preferences(Element list) {
    return list.items().stream()
        .map(
            preference ->
                new Preference(
                    Conditions.ofRequest(preference.get("when")),
                    preference.get("order").items().stream()
                        .map(Conditions::ofDeployment)
                        .toList()))
        .toList();
  }
}
