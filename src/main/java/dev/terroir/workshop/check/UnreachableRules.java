package dev.terroir.workshop.check;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.Overlap;
import dev.terroir.workshop.lens.Role;
import dev.terroir.workshop.lens.SeenRule;
import dev.terroir.workshop.lens.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that are over, or whose `when`, `where` or `to` matches nothing. */
final class UnreachableRules implements Check {

  @Override
  public Stream<Finding> findings(Lens lens) {
    Overlap overlap = new Overlap(lens);
    Stream<Finding> ofRules =
        lens.rules().stream()
            .flatMap(
                rule ->
                    lens.isOver(rule)
                        ? Stream.of(over(lens, rule))
                        : Stream.of(when(lens, overlap, rule), where(lens, rule), to(lens, rule))
                            .flatMap(it -> it));
    Stream<Finding> ofBlocs =
        lens.library().blocs().values().stream()
            .filter(bloc -> hasNoFollower(lens, bloc))
            .map(bloc -> unfollowed(lens, bloc));
    return Stream.concat(ofRules, ofBlocs);
  }

  private static Finding over(Lens lens, SeenRule rule) {
    String until = rule.rule().inForce().until().map(Object::toString).orElse("");
    return Finding.note(
            Kind.UNREACHABLE_RULE,
            lens.place(Subjects.part(rule.id(), "until"), Subjects.rule(rule.id())),
            "%s has not been in force since %s".formatted(rule.id(), until))
        .suggesting("remove it once nobody asks about those days any more");
  }

  private static Stream<Finding> when(Lens lens, Overlap overlap, SeenRule rule) {
    List<List<Condition<RequestAttribute>>> all = rule.rule().when().alternatives();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(
            i -> all.get(i).stream().flatMap(condition -> when(lens, overlap, rule, i, condition)));
  }

  private static Stream<Finding> when(
      Lens lens,
      Overlap overlap,
      SeenRule rule,
      int alternative,
      Condition<RequestAttribute> condition) {
    String part = Subjects.part(rule.id(), "when");
    String subject = Subjects.condition(part, alternative, condition.attribute().word());
    if (!overlap.isPossible(Stream.of(condition))) {
      return Stream.of(
          Finding.warning(
                  Kind.UNREACHABLE_RULE,
                  lens.place(subject, part),
                  "%s speaks of no request that could be permitted: %s names no country with a file"
                      .formatted(rule.id(), Wording.of(condition)))
              .suggesting("name a country with a file, or a bloc with members"));
    }
    if (isForeign(lens, rule, condition)) {
      return Stream.of(
          Finding.note(
              Kind.UNREACHABLE_RULE,
              lens.place(subject, part),
              "%s speaks only where %s binds the request as well"
                  .formatted(rule.id(), Wording.of(condition))));
    }
    return Stream.empty();
  }

  /** Whether it names only countries other than those whose requests the rule binds. */
  private static boolean isForeign(
      Lens lens, SeenRule rule, Condition<RequestAttribute> condition) {
    boolean place =
        condition.attribute() == RequestAttribute.COUNTRY
            || condition.attribute() == RequestAttribute.STATE;
    Set<String> named = lens.places().countries(condition.values());
    return place
        && !rule.binds().isEmpty()
        && rule.binds().stream().noneMatch(code -> code.isAnyOf(named))
        && named.stream()
            .map(Jurisdiction::new)
            .noneMatch(code -> rule.binds().contains(code.country()));
  }

  private static Stream<Finding> where(Lens lens, SeenRule rule) {
    if (!rule.applies().isEmpty()) {
      return Stream.empty();
    }
    if (rule.scope().isEmpty()) {
      return rule.role() == Role.EXPORT ? Stream.of(exportsNothing(lens, rule)) : Stream.empty();
    }
    return Stream.of(
        Finding.warning(
                Kind.UNREACHABLE_RULE,
                lens.place(Subjects.part(rule.id(), "where"), Subjects.rule(rule.id())),
                "%s is about no deployment of the catalogue".formatted(rule.id()))
            .suggesting("check what `where` names"));
  }

  private static Finding exportsNothing(Lens lens, SeenRule rule) {
    return Finding.note(
        Kind.UNREACHABLE_RULE,
        lens.place(Subjects.rule(rule.id())),
        "%s is about no deployment: none is made or stands in %s"
            .formatted(rule.id(), rule.id().scope()));
  }

  private static Stream<Finding> to(Lens lens, SeenRule rule) {
    Recipients to = rule.rule().to();
    boolean nobody = !to.inside().isEmpty() && lens.places().countries(to.inside()).isEmpty();
    return nobody
        ? Stream.of(
            Finding.warning(
                    Kind.UNREACHABLE_RULE,
                    lens.place(Subjects.part(rule.id(), "to"), Subjects.rule(rule.id())),
                    "%s is about no recipient: %s has no member today"
                        .formatted(rule.id(), to.inside()))
                .suggesting("check the members of the bloc"))
        : Stream.empty();
  }

  private static boolean hasNoFollower(Lens lens, BlocPolicy bloc) {
    return !bloc.rules().isEmpty()
        && lens.library().countries().values().stream()
            .noneMatch(country -> country.follows().contains(bloc.bloc().id()));
  }

  private static Finding unfollowed(Lens lens, BlocPolicy bloc) {
    String id = bloc.bloc().id();
    return Finding.warning(
            Kind.UNREACHABLE_RULE,
            lens.place(Subjects.file(id)),
            "%s of %s bind nobody: no country follows it"
                .formatted(Wording.count(bloc.rules().size(), "rule"), id))
        .suggesting("add `follows: [" + id + "]` to the files of its members");
  }
}
