package dev.terroir.workshop.check;

import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.workshop.lens.Implication;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.SeenRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule that adds nothing, since another of the same file forbids all that it is about, to the
 * same requests and on the same days.
 */
final class ShadowedRules implements Check {

  @Override
  public Stream<Finding> findings(Lens lens) {
    Implication implication = new Implication(lens);
    Map<String, List<SeenRule>> files =
        lens.deciding()
            .filter(rule -> !rule.applies().isEmpty())
            .collect(Collectors.groupingBy(rule -> rule.role() + " " + rule.id().scope()));
    return files.values().stream()
        .flatMap(
            rules ->
                rules.stream().flatMap(rule -> shadowed(lens, implication, rule, rules).stream()));
  }

  private static Optional<Finding> shadowed(
      Lens lens, Implication implication, SeenRule rule, List<SeenRule> rules) {
    return rules.stream()
        .filter(other -> !other.id().equals(rule.id()))
        .filter(other -> covers(lens, implication, other, rule))
        .filter(
            other ->
                rules.indexOf(other) < rules.indexOf(rule)
                    || !covers(lens, implication, rule, other))
        .findFirst()
        .map(other -> finding(lens, other, rule));
  }

  private static boolean covers(
      Lens lens, Implication implication, SeenRule wide, SeenRule narrow) {
    Recipients to = wide.rule().to();
    return wide.rule().effect().forbid()
        && narrow.applies().andNot(wide.applies()).isEmpty()
        && wide.outlasts(narrow, lens.today())
        && (to.equals(Recipients.ANYONE) || to.equals(narrow.rule().to()))
        && implication.holds(narrow.rule().when(), wide.rule().when(), narrow.binds());
  }

  private static Finding finding(Lens lens, SeenRule wide, SeenRule narrow) {
    Origin place = lens.place(Subjects.rule(wide.id()));
    String message =
        "%s never matters: %s (%s) already forbids all that it is about"
            .formatted(narrow.id(), wide.id(), place);
    return Finding.note(Kind.UNREACHABLE_RULE, lens.place(Subjects.rule(narrow.id())), message)
        .suggesting("remove it, or narrow the other")
        .relatedTo(List.of(place));
  }
}
