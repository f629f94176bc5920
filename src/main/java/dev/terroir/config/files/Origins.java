package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.RuleId;
import java.util.List;
import java.util.Map;

/** Notes where parts of the files stand, by the names in {@link Subjects}. */
final class Origins {

  private static final List<String> CONDITIONS = List.of("when", "where", "require");

  private Origins() {}

  /** What stands under {@code key} in {@code element}, and each of its items, where it is there. */
  static void of(String subject, Element element, String key, Map<String, Origin> origins) {
    list(Subjects.field(subject, key), element.get(key), origins);
  }

  /** Each word of the list {@code key} of {@code element}, by itself. */
  static void words(String subject, Element element, String key, Map<String, Origin> origins) {
    for (Element item : element.get(key).items()) {
      String word = item.isMap() ? item.text("id") : item.text();
      origins.put(Subjects.word(subject, key, word), item.origin());
    }
  }

  /** The conditions and duties of a rule. */
  static void ofRule(RuleId id, Element rule, Map<String, Origin> origins) {
    CONDITIONS.forEach(part -> conditions(Subjects.part(id, part), rule.get(part), origins));
    Element log = rule.get("oblige").get("retain-log");
    of(Subjects.part(id, "oblige"), rule.get("oblige"), "retain-log", origins);
    for (Map.Entry<String, Element> limit : log.entries()) {
      String subject = Subjects.field(Subjects.part(id, "oblige"), "retain-log");
      origins.put(Subjects.field(subject, limit.getKey()), limit.getValue().origin());
    }
  }

  /** A preference, its entries, and their conditions. */
  static void ofPreference(
      String scope, int position, Element preference, Map<String, Origin> origins) {
    origins.put(Subjects.preference(scope, position), preference.origin());
    List<Element> order = preference.get("order").items();
    for (int i = 0; i < order.size(); i++) {
      String subject = Subjects.preference(scope, position, i);
      origins.put(subject, order.get(i).origin());
      conditions(subject, order.get(i), origins);
    }
  }

  private static void conditions(String subject, Element part, Map<String, Origin> origins) {
    List<Element> alternatives = part.items();
    for (int i = 0; i < alternatives.size(); i++) {
      for (Map.Entry<String, Element> condition : alternatives.get(i).entries()) {
        Element value = condition.getValue();
        String name = Subjects.condition(subject, i, condition.getKey());
        list(name, value.isMap() ? value.get("in") : value, origins);
      }
    }
  }

  private static void list(String subject, Element value, Map<String, Origin> origins) {
    List<Element> items = value.items();
    for (int i = 0; i < items.size(); i++) {
      origins.put(Subjects.item(subject, i), items.get(i).origin());
    }
    if (value.isPresent()) {
      origins.put(subject, value.origin());
    }
  }
}
