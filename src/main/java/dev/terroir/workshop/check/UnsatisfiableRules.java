package dev.terroir.workshop.check;

import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Suggestion;
import dev.terroir.workshop.lens.Ids;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.SeenRule;
import dev.terroir.workshop.lens.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A requirement that none of the deployments that it is about can meet. It is only a note where a
 * fixture of the scenarios shows that some deployment could, or where it is only watched.
 */
final class UnsatisfiableRules implements Check {

  /** The conditions of one alternative that nothing meets, and where the first of them stands. */
  private record Blame(List<Condition<DeploymentAttribute>> conditions, Origin origin) {}

  @Override
  public Stream<Finding> findings(Lens lens) {
    Ids ids = new Ids(lens);
    return lens.rules().stream()
        .filter(rule -> !lens.isOver(rule))
        .filter(SeenRule::isRequiring)
        .filter(rule -> !rule.applies().isEmpty())
        .filter(rule -> rule.applies().and(rule.attainable()).isEmpty())
        .map(rule -> finding(lens, ids, rule));
  }

  private static Finding finding(Lens lens, Ids ids, SeenRule rule) {
    List<Blame> blames = blames(lens, rule);
    boolean nowhere = rule.attainable().and(lens.real()).isEmpty();
    String who =
        nowhere
            ? "no deployment"
            : "none of the "
                + Wording.count(rule.applies().size(), "deployment")
                + " that it is about";
    String message =
        "%s meets what %s requires, even with every agreement, consent and safeguard: %s"
            .formatted(
                who,
                rule.id(),
                blames.stream()
                    .map(blame -> Wording.of(blame.conditions))
                    .distinct()
                    .collect(Collectors.joining(", or ")));
    Origin origin =
        blames.size() == 1
            ? blames.getFirst().origin
            : lens.place(Subjects.part(rule.id(), "require"), Subjects.rule(rule.id()));
    Finding finding =
        isImaginable(lens, rule) || rule.rule().isWatched()
            ? Finding.note(Kind.UNSATISFIABLE_RULE, origin, message)
            : Finding.warning(Kind.UNSATISFIABLE_RULE, origin, message);
    return finding.suggesting(
        likely(ids, blames).orElse("add a deployment that does, or write `forbid: true`"));
  }

  private static boolean isImaginable(Lens lens, SeenRule rule) {
    return !lens.conditions()
        .may(rule.rule().where())
        .and(rule.attainable())
        .andNot(lens.real())
        .isEmpty();
  }

  private static List<Blame> blames(Lens lens, SeenRule rule) {
    AnyOf<DeploymentAttribute> require = rule.rule().effect().require();
    String part = Subjects.part(rule.id(), "require");
    List<Blame> blames = new ArrayList<>();
    for (int i = 0; i < require.alternatives().size(); i++) {
      List<Condition<DeploymentAttribute>> all = require.alternatives().get(i);
      List<Condition<DeploymentAttribute>> unmet =
          all.stream().filter(it -> isUnmet(lens, rule, it)).toList();
      List<Condition<DeploymentAttribute>> blamed = unmet.isEmpty() ? all : unmet;
      String first = blamed.getFirst().attribute().word();
      blames.add(new Blame(blamed, lens.place(Subjects.condition(part, i, first), part)));
    }
    return blames;
  }

  private static boolean isUnmet(
      Lens lens, SeenRule rule, Condition<DeploymentAttribute> condition) {
    return rule.applies().and(lens.conditions().must(List.of(condition))).isEmpty();
  }

  private static Optional<String> likely(Ids ids, List<Blame> blames) {
    return blames.stream()
        .flatMap(blame -> blame.conditions.stream())
        .flatMap(condition -> likely(ids, condition).stream())
        .findFirst();
  }

  private static Optional<String> likely(Ids ids, Condition<DeploymentAttribute> condition) {
    NavigableSet<String> held = ids.held(condition.attribute());
    return condition.values().stream()
        .filter(value -> !held.contains(value))
        .flatMap(value -> Suggestion.misspelt(value, held).stream())
        .map(value -> "did you mean `" + value + "`?")
        .findFirst();
  }
}
