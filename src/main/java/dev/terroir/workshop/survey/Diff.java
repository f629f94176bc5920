package dev.terroir.workshop.survey;

import dev.terroir.audit.RecordedDecision;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.workshop.survey.Comparison.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists which decisions change between two libraries. Used once. */
public final class Diff {

  private final Survey before;
  private final Survey after;
  private final Comparison comparison;
  private final Situations situations;

  private Diff(Survey before, Survey after, Situations situations) {
    this.before = before;
    this.after = after;
    this.comparison = new Comparison(before, after);
    this.situations = situations;
  }

  /**
   * @param asked how many kinds of requests were compared
   * @param changed how many of them are treated differently
   * @param traffic what that means for requests that were made, where there is a record of them
   */
  public record Report(
      LocalDate day, int asked, int changed, List<Change> changes, Optional<Traffic> traffic) {

    public Report {
      changes = List.copyOf(changes);
    }
  }

  /**
   * @param recorded requests that were made, or nothing
   */
  public static Report between(
      Library before, Library after, Scope scope, List<RecordedDecision> recorded) {
    Diff diff = new Diff(new Survey(before, scope), new Survey(after, scope), scope.situations());
    List<Change> changes = new ArrayList<>();
    scope.situations().languages().keySet().forEach(it -> changes.addAll(diff.changes(it)));
    int changed = changes.stream().mapToInt(Change::size).sum();
    Optional<Traffic> traffic =
        recorded.isEmpty()
            ? Optional.empty()
            : Optional.of(Traffic.of(recorded, diff.before, diff.after, diff.comparison));
    return new Report(scope.day(), scope.situations().size(), changed, changes, traffic);
  }

  /** One for each sector and class of data, then those that are alike together. */
  private List<Change> changes(Jurisdiction country) {
    List<Change> changes = new ArrayList<>();
    for (Optional<Sector> sector : situations.sectors()) {
      for (DataClass data : situations.data()) {
        changes.addAll(changes(country, sector, data));
      }
    }
    return joined(joined(changes, Diff::apartFromData), Diff::apartFromSectors);
  }

  private List<Change> changes(Jurisdiction country, Optional<Sector> sector, DataClass data) {
    Map<Difference, List<String>> languages = new LinkedHashMap<>();
    for (String language : situations.languages().getOrDefault(country, List.of())) {
      Situation situation = new Situation(country, sector, data, language);
      comparison
          .between(before.ask(situation), after.ask(situation))
          .ifPresent(
              difference ->
                  languages.computeIfAbsent(difference, it -> new ArrayList<>()).add(language));
    }
    String sectorWord = new Situation(country, sector, data, "").sectorWord();
    List<Change> changes = new ArrayList<>();
    languages.forEach(
        (difference, tags) ->
            changes.add(
                new Change(
                    country,
                    difference.kind(),
                    List.of(sectorWord),
                    List.of(data.word()),
                    tags,
                    difference.before(),
                    difference.after())));
    return changes;
  }

  private static List<Object> apartFromData(Change it) {
    return List.of(it.kind(), it.sectors(), it.languages(), it.before(), it.after());
  }

  private static List<Object> apartFromSectors(Change it) {
    return List.of(it.kind(), it.data(), it.languages(), it.before(), it.after());
  }

  /** Makes one of those that are the same by {@code key}. */
  private static List<Change> joined(List<Change> changes, Function<Change, List<Object>> key) {
    Map<List<Object>, Change> joined = new LinkedHashMap<>();
    for (Change change : changes) {
      joined.merge(key.apply(change), change, Diff::together);
    }
    return List.copyOf(joined.values());
  }

  private static Change together(Change one, Change other) {
    return new Change(
        one.country(),
        one.kind(),
        union(one.sectors(), other.sectors()),
        union(one.data(), other.data()),
        one.languages(),
        one.before(),
        one.after());
  }

  private static List<String> union(List<String> one, List<String> other) {
    Map<String, Boolean> union = new LinkedHashMap<>();
    one.forEach(it -> union.put(it, true));
    other.forEach(it -> union.put(it, true));
    return List.copyOf(union.keySet());
  }
}
