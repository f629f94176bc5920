package dev.terroir.workshop.survey;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.policy.Reason;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.workshop.survey.Survey.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells two answers to the same request apart, and puts the difference into words. */
final class Comparison {

  private static final int SHOWN = 3;

  private final Survey before;
  private final Survey after;
  private final boolean sameCatalog;

  Comparison(Survey before, Survey after) {
    this.before = before;
    this.after = after;
    this.sameCatalog = ids(before.library().catalog()).equals(ids(after.library().catalog()));
  }

  private static List<DeploymentId> ids(Catalog catalog) {
    return catalog.deployments().stream().map(it -> it.id()).toList();
  }

  /** A difference in words. */
  record Difference(Change.Kind kind, String before, String after) {}

  Optional<Difference> between(Answer was, Answer is) {
    if (was.isServed() != is.isServed()) {
      return Optional.of(
          new Difference(
              was.isServed() ? Change.Kind.REFUSED : Change.Kind.SERVED,
              outcome(before, was),
              outcome(after, is)));
    }
    if (!was.isServed()) {
      return Optional.empty();
    }
    if (!same(was.first(), is.first())) {
      return Optional.of(
          new Difference(
              Change.Kind.FIRST_CHOICE, names(before, was.first()), names(after, is.first())));
    }
    return same(was.lawful(), is.lawful()) ? duties(was, is) : Optional.of(lawful(was, is));
  }

  private boolean same(DeploymentSet was, DeploymentSet is) {
    return sameCatalog ? was.equals(is) : all(before, was).equals(all(after, is));
  }

  private static Set<String> all(Survey survey, DeploymentSet deployments) {
    return Arrays.stream(deployments.positions())
        .mapToObj(i -> survey.library().catalog().deployment(i).id().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String names(Survey survey, DeploymentSet deployments) {
    return some(all(survey, deployments));
  }

  private static String some(Set<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = names.size() - SHOWN;
    return names.isEmpty() ? "none" : shown + (more > 0 ? " and " + more + " more" : "");
  }

  private String outcome(Survey survey, Answer answer) {
    return answer.isServed()
        ? "served by " + names(survey, answer.first())
        : "refused by "
            + some(
                answer.verdict().reasons(survey.everything()).stream()
                    .map(Reason::rule)
                    .collect(Collectors.toCollection(TreeSet::new)));
  }

  private Difference lawful(Answer was, Answer is) {
    Set<String> gone = all(before, was.lawful());
    Set<String> come = all(after, is.lawful());
    Set<String> both = new TreeSet<>(gone);
    both.retainAll(come);
    gone.removeAll(both);
    come.removeAll(both);
    String less = gone.isEmpty() ? "" : ", without " + some(gone);
    String more = come.isEmpty() ? "" : ", with " + some(come);
    return new Difference(
        Change.Kind.LAWFUL,
        was.lawful().size() + " lawful",
        is.lawful().size() + " lawful" + less + more);
  }

  private Optional<Difference> duties(Answer was, Answer is) {
    String before = duties(was);
    String after = duties(is);
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(new Difference(Change.Kind.DUTIES, before, after));
  }

  private static String duties(Answer answer) {
    String duties =
        answer.verdict().obligations(answer.first().first()).stream()
            .map(Obligations::describe)
            .collect(Collectors.joining(", "));
    return duties.isEmpty() ? "no duty" : duties;
  }
}
