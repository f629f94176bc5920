package dev.terroir.workshop.check;

import dev.terroir.identity.StoredKey;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Law;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.SeenRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is over: laws that rules still carry out, memberships, keys, safeguards. */
final class EndedFacts implements Check {

  @Override
  public Stream<Finding> findings(Lens lens) {
    Stream<Finding> laws =
        lens.deciding()
            .filter(rule -> rule.rule().inForce().on(lens.today()))
            .flatMap(rule -> law(lens, rule).stream());
    Stream<Finding> blocs =
        lens.library().groups().values().stream()
            .filter(bloc -> isOver(lens, bloc))
            .map(bloc -> bloc(lens, bloc));
    Stream<Finding> keys =
        Stream.of(lens.contents().keys(), lens.contents().operators())
            .flatMap(List::stream)
            .flatMap(key -> key(lens, key).stream());
    Stream<Finding> safeguards =
        lens.library().tenants().values().stream()
            .flatMap(
                tenant ->
                    tenant.arrangements().safeguards().entrySet().stream()
                        .flatMap(it -> safeguard(lens, tenant, it).stream()));
    return Stream.of(laws, blocs, keys, safeguards).flatMap(it -> it);
  }

  private static Optional<LocalDate> over(Lens lens, InForce inForce) {
    return inForce.until().filter(lens.today()::isAfter);
  }

  private static Optional<Finding> law(Lens lens, SeenRule rule) {
    Optional<Law> law = rule.rule().law();
    Optional<LocalDate> ended = law.flatMap(it -> over(lens, it.inForce()));
    if (law.isEmpty() || ended.isEmpty()) {
      return Optional.empty();
    }
    String subject = Subjects.law(rule.id().scope(), law.get().id());
    Origin place = lens.place(Subjects.field(subject, "until"), subject);
    String message =
        "%s is in force, and its law `%s` (%s) ended on %s"
            .formatted(rule.id(), law.get().id(), place, ended.get());
    return Optional.of(
        Finding.warning(
                Kind.EXPIRED_FACTS,
                lens.place(Subjects.part(rule.id(), "law"), Subjects.rule(rule.id())),
                message)
            .suggesting("give the rule the same `until`, or name the law that follows")
            .relatedTo(List.of(place)));
  }

  private static boolean isOver(Lens lens, Bloc bloc) {
    return !bloc.memberships().isEmpty()
        && bloc.memberships().stream().allMatch(it -> over(lens, it.inForce()).isPresent());
  }

  private static Finding bloc(Lens lens, Bloc bloc) {
    return Finding.warning(
            Kind.EXPIRED_FACTS,
            lens.place(Subjects.file(bloc.id())),
            "every membership of %s is over".formatted(bloc.id()))
        .suggesting("remove the bloc from the rules that name it");
  }

  private static Optional<Finding> key(Lens lens, StoredKey key) {
    return key.expires()
        .filter(lens.today()::isAfter)
        .map(
            day ->
                Finding.note(
                        Kind.EXPIRED_FACTS,
                        lens.place(Subjects.key(key.id())),
                        "the key `%s` expired on %s".formatted(key.id(), day))
                    .suggesting("remove it, or make a new one with `terroir keys new`"));
  }

  private static Optional<Finding> safeguard(
      Lens lens, Tenant tenant, Map.Entry<String, InForce> safeguard) {
    String subject = Subjects.tenant(tenant.id());
    return over(lens, safeguard.getValue())
        .map(
            day ->
                Finding.warning(
                        Kind.EXPIRED_FACTS,
                        lens.place(
                            Subjects.word(subject, "safeguards", safeguard.getKey()), subject),
                        "the safeguard `%s` of %s ended on %s"
                            .formatted(safeguard.getKey(), tenant.id(), day))
                    .suggesting("renew it: what it allowed is refused since"));
  }
}
