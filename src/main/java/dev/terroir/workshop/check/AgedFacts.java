package dev.terroir.workshop.check;

import dev.terroir.catalog.Provenance;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.workshop.lens.Lens;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files that nobody has looked at for long: reviews of the law, and facts of the catalogue. */
final class AgedFacts implements Check {

  private final LocalDate oldest;

  /**
   * @param oldest the first day that is recent enough
   */
  AgedFacts(LocalDate oldest) {
    this.oldest = oldest;
  }

  @Override
  public Stream<Finding> findings(Lens lens) {
    Stream<Finding> countries =
        lens.library().countries().entrySet().stream()
            .flatMap(it -> reviewed(lens, it.getKey().code(), it.getValue().reviewed()));
    Stream<Finding> blocs =
        lens.library().blocs().entrySet().stream()
            .flatMap(it -> reviewed(lens, it.getKey(), it.getValue().reviewed()));
    Stream<Finding> catalogue =
        catalogue(lens).entrySet().stream()
            .filter(it -> it.getValue().isBefore(oldest))
            .map(it -> collected(lens, it.getKey(), it.getValue()));
    return Stream.of(countries, blocs, catalogue).flatMap(it -> it);
  }

  private Stream<Finding> reviewed(Lens lens, String scope, LocalDate day) {
    if (!day.isBefore(oldest)) {
      return Stream.empty();
    }
    return Stream.of(
        Finding.note(
                Kind.EXPIRED_FACTS,
                lens.place(Subjects.field(scope, "reviewed"), Subjects.file(scope)),
                "nobody has checked %s against the law since %s".formatted(scope, day))
            .suggesting("review it and set `reviewed`"));
  }

  private static Finding collected(Lens lens, String subject, LocalDate day) {
    return Finding.note(
            Kind.EXPIRED_FACTS,
            lens.place(Subjects.field(subject, "date"), subject),
            "these facts were collected on %s".formatted(day))
        .suggesting("look at their sources again and set `date`");
  }

  /** When the facts of each file of hosts and makers were collected. */
  private static Map<String, LocalDate> catalogue(Lens lens) {
    Map<String, LocalDate> collected = new TreeMap<>();
    lens.library()
        .catalog()
        .deployments()
        .forEach(it -> put(collected, Subjects.host(it.host().id()), it.host().provenance()));
    lens.library()
        .catalog()
        .models()
        .forEach(it -> put(collected, Subjects.maker(it.maker()), it.provenance()));
    return collected;
  }

  private static void put(Map<String, LocalDate> collected, String subject, Provenance from) {
    from.general().date().ifPresent(day -> collected.put(subject, day));
  }
}
