package dev.terroir.workshop;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.workshop.Comparison.Difference;
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
   */
  public record Report(LocalDate day, int asked, int changed, List<Change> changes) {

    public Report {
      changes = List.copyOf(changes);
    }
  }

  public static Report between(
      Library before, Library after, Situations situations, Paperwork paperwork, LocalDate day) {
    Diff diff =
        new Diff(new Survey(before, day, paperwork), new Survey(after, day, paperwork), situations);
    List<Change> changes = new ArrayList<>();
    situations.languages().keySet().forEach(country -> changes.addAll(diff.changes(country)));
    int changed = changes.stream().mapToInt(Change::size).sum();
    return new Report(day, situations.size(), changed, changes);
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
