package dev.terroir.config.files;

import dev.terroir.catalog.Retention;
import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
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
import java.util.Collection;
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
  private final Map<String, Origin> origins;
  private final Set<String> names = new HashSet<>();
  private final List<Fault> faults;

  /**
   * @param scope how the rules are shown: {@code DE}
   * @param faults receives what is wrong
   * @param origins receives where everything stands
   */
  Rules(String scope, Element file, List<Fault> faults, Map<String, Origin> origins) {
    this.scope = scope;
    this.faults = faults;
    this.origins = origins;
    origins.put(Subjects.file(scope), file.origin());
    Origins.of(scope, file, "reviewed", origins);
    Origins.of(scope, file, "date", origins);
    for (Map.Entry<String, Element> entry : file.get("laws").entries()) {
      laws.put(entry.getKey(), law(entry));
      String subject = Subjects.law(scope, entry.getKey());
      origins.put(subject, entry.getValue().origin());
      Origins.of(subject, entry.getValue(), "until", origins);
    }
  }

  /** The laws of the file. */
  Collection<Law> laws() {
    return laws.values();
  }

  private Law law(Map.Entry<String, Element> entry) {
    Element law = entry.getValue();
    return new Law(
        entry.getKey(),
        law.text("title"),
        law.optional("citation", text -> text),
        new InForce(date(law, "since"), date(law, "until")),
        law.text("source"),
        law.text("confidence"),
        law.optional("note", text -> text));
  }

  List<Rule> read(Element list) {
    return list.items().stream().map(this::rule).toList();
  }

  private Rule rule(Element rule) {
    String name = rule.text("id");
    if (!names.add(name)) {
      faults.add(rule.get("id").fault("the id `" + name + "` is there twice in this file"));
    }
    RuleId id = new RuleId(scope, name);
    origins.put(Subjects.rule(id), rule.origin());
    for (Map.Entry<String, Element> part : rule.entries()) {
      origins.put(Subjects.part(id, part.getKey()), part.getValue().origin());
    }
    Origins.ofRule(id, rule, origins);
    return new Rule(
        id,
        lawOf(rule),
        inForce(rule),
        Conditions.ofRequest(rule.get("when")),
        Conditions.ofDeployment(rule.get("where")),
        recipients(rule.get("to")),
        new Rule.Effect(
            rule.flag("forbid"),
            Conditions.ofDeployment(rule.get("require")),
            obligations(rule.get("oblige"))),
        rule.text("mode").equals("shadow") ? Rule.Mode.SHADOW : Rule.Mode.ENFORCE);
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
          new Obligation.RetainLog(
              retention(log, "at-least"), retention(log, "at-most"), Set.copyOf(log.texts("in"))));
    }
    if (oblige.flag("visible-notice")) {
      obligations.add(new Obligation.VisibleNotice());
    }
    if (oblige.flag("offer-human")) {
      obligations.add(new Obligation.OfferHuman());
    }
    if (oblige.flag("explain-decision")) {
      obligations.add(new Obligation.ExplainDecision());
    }
    retention(oblige, "remind-every").map(Obligation.RemindEvery::new).ifPresent(obligations::add);
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

  /** The preferences of {@code file}, which is shown as {@code scope}. */
  static List<Preference> preferences(Element file, String scope, Map<String, Origin> origins) {
    List<Element> preferences = file.get("prefer").items();
    for (int i = 0; i < preferences.size(); i++) {
      Origins.ofPreference(scope, i, preferences.get(i), origins);
    }
    return preferences.stream()
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
