package dev.terroir.workshop.survey;

import dev.terroir.jurisdiction.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What would happen if something were cut off.
 *
 * @param cuts as they were written
 * @param cutOff how many deployments are gone, for somebody at least
 * @param before with everything there
 * @param after with it cut off
 */
public record DrillReport(
    LocalDate day,
    List<String> cuts,
    int cutOff,
    Totals before,
    Totals after,
    List<Country> countries) {

  public DrillReport {
    cuts = List.copyOf(cuts);
    countries = List.copyOf(countries);
  }

  /**
   * @param asked how many kinds of requests there are
   * @param served how many of them are served
   * @param leaders by whom: the deployments that go first most often, and how often
   * @param dependence on whom that hangs
   */
  public record Totals(int asked, int served, Map<String, Double> leaders, Dependence dependence) {}

  /** A country. */
  public record Country(Jurisdiction code, Totals before, Totals after, List<Language> languages) {

    public Country {
      languages = List.copyOf(languages);
    }

    /** How many kinds of requests would be refused that are served now. */
    public int refused() {
      return languages.stream().mapToInt(Language::refused).sum();
    }

    /** How many kinds of requests would be served, less well than now. */
    public int degraded() {
      return languages.stream().mapToInt(Language::degraded).sum();
    }
  }

  /**
   * The requests of a country in one language.
   *
   * @param refusedIn the sectors, with the class of data, that are served now and would not be
   * @param losses what those that are still served would lose, and in how many kinds of requests
   */
  public record Language(
      String tag,
      int asked,
      int servedBefore,
      int servedAfter,
      String firstBefore,
      String firstAfter,
      List<String> refusedIn,
      Map<String, Integer> losses) {

    public Language {
      refusedIn = List.copyOf(refusedIn);
      losses = Map.copyOf(losses);
    }

    int refused() {
      return refusedIn.size();
    }

    int degraded() {
      return losses.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
