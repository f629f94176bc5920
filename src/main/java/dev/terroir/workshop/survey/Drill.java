package dev.terroir.workshop.survey;

import dev.terroir.catalog.Tier;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers what would happen if a maker, a host, a country's exports, a region or a bloc were cut
 * off: every kind of request is decided twice, with and without. Used once.
 */
public final class Drill {

  private static final int LEADERS = 5;

  private final Survey before;
  private final Survey after;
  private final Situations situations;
  private final Tally allBefore;
  private final Tally allAfter;

  private Drill(Survey before, Survey after, Situations situations) {
    this.before = before;
    this.after = after;
    this.situations = situations;
    this.allBefore = new Tally(before.library().catalog());
    this.allAfter = new Tally(after.library().catalog());
  }

  /**
   * @param now the library as it is
   * @param then the library as it would be, the cuts not made yet
   */
  public static DrillReport run(Library now, Library then, List<Cut> cuts, Scope scope) {
    Survey before = new Survey(now, scope);
    Survey after = new Survey(Cut.applied(then, cuts), scope);
    return new Drill(before, after, scope.situations()).report(cuts, scope.day());
  }

  private DrillReport report(List<Cut> cuts, LocalDate day) {
    List<DrillReport.Country> countries = new ArrayList<>();
    situations
        .languages()
        .forEach((country, languages) -> countries.add(country(country, languages)));
    return new DrillReport(
        day,
        cuts.stream().map(Cut::text).toList(),
        after.cutOff(cuts),
        totals(allBefore, situations.size()),
        totals(allAfter, situations.size()),
        countries);
  }

  private static DrillReport.Totals totals(Tally tally, int asked) {
    return new DrillReport.Totals(
        asked, tally.served(), tally.leaders(LEADERS), tally.dependence());
  }

  private DrillReport.Country country(Jurisdiction country, List<String> languages) {
    Tally ofBefore = new Tally(before.library().catalog());
    Tally ofAfter = new Tally(after.library().catalog());
    List<DrillReport.Language> results = new ArrayList<>();
    for (String language : languages) {
      results.add(language(country, language, ofBefore, ofAfter));
    }
    allBefore.add(ofBefore);
    allAfter.add(ofAfter);
    int asked = languages.size() * situations.sectors().size() * situations.data().size();
    return new DrillReport.Country(
        country, totals(ofBefore, asked), totals(ofAfter, asked), results);
  }

  private DrillReport.Language language(
      Jurisdiction country, String language, Tally ofBefore, Tally ofAfter) {
    Tally hereBefore = new Tally(before.library().catalog());
    Tally hereAfter = new Tally(after.library().catalog());
    List<String> refused = new ArrayList<>();
    Map<String, Integer> losses = new TreeMap<>();
    for (Optional<Sector> sector : situations.sectors()) {
      for (DataClass data : situations.data()) {
        Situation situation = new Situation(country, sector, data, language);
        Survey.Answer then = after.ask(situation);
        Survey.Answer now = before.ask(situation);
        hereBefore.add(now.first());
        hereAfter.add(then.first());
        if (now.isServed() && !then.isServed()) {
          refused.add(situation.sectorWord() + "/" + data.word());
        } else if (now.isServed()) {
          loss(now.first(), then.first(), language)
              .ifPresent(loss -> losses.merge(loss, 1, Integer::sum));
        }
      }
    }
    ofBefore.add(hereBefore);
    ofAfter.add(hereAfter);
    return new DrillReport.Language(
        language,
        situations.sectors().size() * situations.data().size(),
        hereBefore.served(),
        hereAfter.served(),
        hereBefore.leader(),
        hereAfter.leader(),
        refused,
        losses);
  }

  /** What a change of first choices loses: a documented language, or a tier. */
  private Optional<String> loss(DeploymentSet was, DeploymentSet is, String language) {
    if (before.speaks(was.first(), language) && !after.speaks(is.first(), language)) {
      return Optional.of("language not documented");
    }
    Tier tierBefore = tier(before, was);
    Tier tierAfter = tier(after, is);
    return tierAfter.compareTo(tierBefore) < 0
        ? Optional.of(Word.write(tierBefore.name()) + " to " + Word.write(tierAfter.name()))
        : Optional.empty();
  }

  /** The best that those who go first have. */
  private static Tier tier(Survey survey, DeploymentSet first) {
    Tier[] best = {Tier.SMALL};
    first.forEach(
        position -> {
          Tier tier = survey.library().catalog().deployment(position).model().tier();
          best[0] = tier.compareTo(best[0]) > 0 ? tier : best[0];
        });
    return best[0];
  }
}
