package dev.terroir.workshop.lens;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Model;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Preference;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.scenario.Scenario;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * The ids of open vocabularies, such as certificates: which of them rules and preferences ask for,
 * which somebody has, and where. Immutable.
 */
public final class Ids {

  private final Map<DeploymentAttribute, NavigableMap<String, String>> asked =
      new EnumMap<>(DeploymentAttribute.class);
  private final Map<DeploymentAttribute, NavigableMap<String, String>> held =
      new EnumMap<>(DeploymentAttribute.class);

  public Ids(Lens lens) {
    for (DeploymentAttribute attribute : DeploymentAttribute.values()) {
      asked.put(attribute, new TreeMap<>());
      held.put(attribute, new TreeMap<>());
    }
    lens.rules().forEach(this::ask);
    lens.library().countries().forEach((code, it) -> ask(Subjects.file(code.code()), it.prefer()));
    lens.library().tenants().forEach((id, it) -> ask(Subjects.tenant(id), it.serving().prefer()));
    lens.library().catalog().deployments().forEach(it -> hold(it, true));
    lens.library().catalog().models().forEach(this::hold);
    lens.library().tenants().values().forEach(this::hold);
    lens.contents().fixtures().forEach(it -> hold(it, false));
    lens.contents().scenarios().stream().map(Scenario::tenant).forEach(this::hold);
  }

  /** The ids that are asked for, in order. */
  public NavigableSet<String> asked(DeploymentAttribute attribute) {
    return at(asked, attribute).navigableKeySet();
  }

  /** The ids that somebody has: a model, a host, a deployment, a tenant or a scenario. */
  public NavigableSet<String> held(DeploymentAttribute attribute) {
    return at(held, attribute).navigableKeySet();
  }

  /** What the first place is named where {@code id} is asked for. */
  public String whereAsked(DeploymentAttribute attribute, String id) {
    return at(asked, attribute).getOrDefault(id, "");
  }

  /** What the places are named where somebody may have {@code id}, the likeliest first. */
  public String whereHeld(DeploymentAttribute attribute, String id) {
    return at(held, attribute).getOrDefault(id, "");
  }

  private static NavigableMap<String, String> at(
      Map<DeploymentAttribute, NavigableMap<String, String>> all, DeploymentAttribute attribute) {
    return all.getOrDefault(attribute, new TreeMap<>());
  }

  private void ask(SeenRule rule) {
    ask(Subjects.part(rule.id(), "where"), rule.rule().where());
    ask(Subjects.part(rule.id(), "require"), rule.rule().effect().require());
  }

  private void ask(String scope, List<Preference> preferences) {
    for (int i = 0; i < preferences.size(); i++) {
      List<AnyOf<DeploymentAttribute>> order = preferences.get(i).order();
      for (int j = 0; j < order.size(); j++) {
        ask(Subjects.preference(scope, i, j), order.get(j));
      }
    }
  }

  private void ask(String part, AnyOf<DeploymentAttribute> conditions) {
    for (int i = 0; i < conditions.alternatives().size(); i++) {
      for (Condition<DeploymentAttribute> condition : conditions.alternatives().get(i)) {
        String subject = Subjects.condition(part, i, condition.attribute().word());
        for (int j = 0; j < condition.values().size(); j++) {
          at(asked, condition.attribute())
              .putIfAbsent(condition.values().get(j), Subjects.item(subject, j));
        }
      }
    }
  }

  private void hold(Deployment it, boolean real) {
    String own = real ? Subjects.deployment(it.id().value()) : "";
    String host = real ? Subjects.host(it.host().id()) : "";
    hold(DeploymentAttribute.CERTIFIED, it.certified(), own, "certified");
    hold(DeploymentAttribute.AGREEMENT, it.host().agreements(), host, "agreements");
    hold(DeploymentAttribute.REGION, it.region().stream().toList(), own, "region");
  }

  private void hold(Model model) {
    String own = Subjects.model(model.id());
    hold(DeploymentAttribute.APPROVED_BY, model.approvedBy(), own, "approved-by");
    hold(DeploymentAttribute.SPEAKS, model.languages(), own, "languages");
  }

  private void hold(Tenant tenant) {
    String own = Subjects.tenant(tenant.id());
    hold(
        DeploymentAttribute.SAFEGUARD,
        tenant.arrangements().safeguards().keySet(),
        own,
        "safeguards");
    tenant
        .arrangements()
        .agreements()
        .forEach(
            (host, ids) ->
                hold(
                    DeploymentAttribute.AGREEMENT,
                    ids,
                    Subjects.word(own, "agreements", host.value()),
                    "has"));
  }

  private void hold(
      DeploymentAttribute attribute, Collection<String> ids, String subject, String key) {
    ids.forEach(id -> at(held, attribute).putIfAbsent(id, Subjects.word(subject, key, id)));
  }
}
