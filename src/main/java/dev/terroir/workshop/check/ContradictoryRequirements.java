package dev.terroir.workshop.check;

import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.workshop.lens.Exclusivity;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.Overlap;
import dev.terroir.workshop.lens.SeenRule;
import dev.terroir.workshop.lens.Wording;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two rules that bind one request, each of which some deployment meets, and which together no
 * deployment meets that both are about: an error where none ever could, a warning where only this
 * catalogue has none.
 */
final class ContradictoryRequirements implements Check {

  @Override
  public Stream<Finding> findings(Lens lens) {
    Overlap overlap = new Overlap(lens);
    Exclusivity exclusivity = new Exclusivity(lens.places());
    List<SeenRule> rules =
        lens.deciding().filter(SeenRule::isRequiring).filter(it -> !it.binds().isEmpty()).toList();
    return IntStream.range(0, rules.size())
        .boxed()
        .flatMap(
            i ->
                rules.subList(0, i).stream()
                    .filter(other -> isExcluding(lens, overlap, other, rules.get(i)))
                    .map(other -> finding(lens, exclusivity, other, rules.get(i))));
  }

  private static boolean isExcluding(Lens lens, Overlap overlap, SeenRule one, SeenRule other) {
    if (!one.bindsWith(other) || !one.meetsInTime(other, lens.today())) {
      return false;
    }
    DeploymentSet both = one.applies().and(other.applies());
    DeploymentSet first = both.and(one.attainable());
    DeploymentSet second = both.and(other.attainable());
    return !first.isEmpty()
        && !second.isEmpty()
        && first.and(second).isEmpty()
        && overlap.isPossible(one.rule().when(), other.rule().when());
  }

  private static Finding finding(Lens lens, Exclusivity exclusivity, SeenRule one, SeenRule other) {
    Origin first = requirement(lens, one);
    Origin second = requirement(lens, other);
    int both = one.applies().and(other.applies()).size();
    String message =
        "of the %s that both are about, none meets %s together with %s (%s)"
            .formatted(Wording.count(both, "deployment"), other.id(), one.id(), first);
    boolean never =
        exclusivity.isComplete(one.rule().effect().require(), other.rule().effect().require());
    Finding finding =
        never
            ? Finding.error(Kind.CONTRADICTORY_DUTIES, second, message)
                .suggesting("no deployment ever could: let `when` or `where` keep them apart")
            : Finding.warning(Kind.CONTRADICTORY_DUTIES, second, message)
                .suggesting("add a deployment that meets both, or keep them apart");
    return finding.relatedTo(List.of(first));
  }

  private static Origin requirement(Lens lens, SeenRule rule) {
    return lens.place(Subjects.part(rule.id(), "require"), Subjects.rule(rule.id()));
  }
}
