package dev.terroir.workshop.check;

import dev.terroir.catalog.Retention;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Obligation.RetainLog;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.Overlap;
import dev.terroir.workshop.lens.SeenRule;
import dev.terroir.workshop.lens.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A record that one rule wants kept for longer than another allows: an error where one country says
 * both, a warning where it takes two that bind one request. What is found across countries is said
 * once for each rule with a maximum.
 */
final class ContradictoryLogs implements Check {

  private static final int SHOWN = 4;

  /** A limit that a rule sets. */
  private record Limit(SeenRule rule, Retention length, Origin origin) {

    String text() {
      return rule.id() + " (" + length + ", " + origin + ")";
    }
  }

  @Override
  public Stream<Finding> findings(Lens lens) {
    List<Limit> least = new ArrayList<>();
    List<Limit> most = new ArrayList<>();
    lens.deciding()
        .filter(rule -> !rule.rule().effect().forbid())
        .forEach(rule -> collect(lens, rule, least, most));
    Overlap overlap = new Overlap(lens);
    return most.stream().flatMap(max -> against(lens, overlap, max, least));
  }

  private static void collect(Lens lens, SeenRule rule, List<Limit> least, List<Limit> most) {
    String duty = Subjects.field(Subjects.part(rule.id(), "oblige"), "retain-log");
    rule.rule().effect().obligations().stream()
        .filter(RetainLog.class::isInstance)
        .map(RetainLog.class::cast)
        .forEach(
            log -> {
              Origin min = lens.place(Subjects.field(duty, "at-least"), duty);
              Origin max = lens.place(Subjects.field(duty, "at-most"), duty);
              log.atLeast().ifPresent(length -> least.add(new Limit(rule, length, min)));
              log.atMost().ifPresent(length -> most.add(new Limit(rule, length, max)));
            });
  }

  private static Stream<Finding> against(Lens lens, Overlap overlap, Limit max, List<Limit> least) {
    List<Limit> contrary =
        least.stream()
            .filter(min -> min.length.compareTo(max.length) > 0)
            .filter(min -> canMeet(lens, overlap, min.rule, max.rule))
            .toList();
    List<Limit> own = contrary.stream().filter(min -> isOfOneCountry(min, max)).toList();
    List<Limit> others = contrary.stream().filter(min -> !isOfOneCountry(min, max)).toList();
    Stream<Finding> within = own.stream().map(min -> within(min, max));
    return others.isEmpty() ? within : Stream.concat(within, Stream.of(across(others, max)));
  }

  private static boolean isOfOneCountry(Limit min, Limit max) {
    return min.rule.equals(max.rule) || min.rule.bindsWith(max.rule);
  }

  private static boolean canMeet(Lens lens, Overlap overlap, SeenRule one, SeenRule other) {
    return one.isAboutAny()
        && other.isAboutAny()
        && one.meetsInTime(other, lens.today())
        && !one.applies().and(other.applies()).isEmpty()
        && overlap.isPossible(one.rule().when(), other.rule().when());
  }

  private static Finding within(Limit min, Limit max) {
    String message =
        "%s keeps the record for at most %s, and %s asks for at least %s"
            .formatted(max.rule.id(), max.length, min.text(), min.length);
    return Finding.error(Kind.CONTRADICTORY_DUTIES, max.origin, message)
        .suggesting("let one of them give way, or let `when` keep them apart")
        .relatedTo(List.of(min.origin));
  }

  private static Finding across(List<Limit> others, Limit max) {
    String message =
        "%s keeps the record for at most %s; a request that another country binds as well meets %s"
            .formatted(
                max.rule.id(),
                max.length,
                Wording.some(others.stream().map(Limit::text).toList(), SHOWN));
    return Finding.warning(Kind.CONTRADICTORY_DUTIES, max.origin, message)
        .relatedTo(others.stream().map(Limit::origin).toList());
  }
}
