package dev.terroir.cli;

import dev.terroir.workshop.survey.Dependence;
import dev.terroir.workshop.survey.DrillReport;
import dev.terroir.workshop.survey.DrillReport.Country;
import dev.terroir.workshop.survey.DrillReport.Language;
import dev.terroir.workshop.survey.DrillReport.Totals;
import dev.terroir.workshop.survey.Shares;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a drill for people to read. */
final class DrillTable {

  private static final int SHOWN = 4;

  private final PrintWriter out;

  DrillTable(PrintWriter out) {
    this.out = out;
  }

  void print(DrillReport report, List<Path> overlays) {
    out.printf("drill on %s%n", report.day());
    overlays.forEach(overlay -> out.printf("with %s%n", overlay));
    if (!report.cuts().isEmpty()) {
      String cuts = String.join(", ", report.cuts());
      out.printf("without %s: %d deployments%n", cuts, report.cutOff());
    }
    out.printf(
        "served: %d before, %d after, of %d kinds of requests%n",
        report.before().served(), report.after().served(), report.before().asked());
    for (Country country : report.countries()) {
      out.println();
      print(country);
    }
    out.println();
    out.println("all countries, before: " + dependence(report.before()));
    out.println("all countries, after:  " + dependence(report.after()));
  }

  private void print(Country country) {
    out.printf(
        "%s  served %d -> %d of %d, %d refused, %d with a loss%n",
        country.code(),
        country.before().served(),
        country.after().served(),
        country.before().asked(),
        country.refused(),
        country.degraded());
    country.languages().forEach(this::print);
    out.println("    depends, before: " + dependence(country.before()));
    if (!country.before().dependence().equals(country.after().dependence())) {
      out.println("    depends, after:  " + dependence(country.after()));
    }
  }

  private void print(Language language) {
    String first =
        language.firstBefore().equals(language.firstAfter())
            ? language.firstBefore()
            : language.firstBefore() + " -> " + language.firstAfter();
    out.printf(
        "    %-4s %d -> %d  %s%n",
        language.tag(), language.servedBefore(), language.servedAfter(), first);
    if (!language.refusedIn().isEmpty()) {
      String some = language.refusedIn().stream().limit(SHOWN).collect(Collectors.joining(", "));
      int more = language.refusedIn().size() - SHOWN;
      out.println("         refused: " + some + (more > 0 ? " and " + more + " more" : ""));
    }
    language
        .losses()
        .forEach((loss, count) -> out.printf("         loses: %s (%d)%n", loss, count));
  }

  private static String dependence(Totals totals) {
    Dependence dependence = totals.dependence();
    return "origin "
        + shares(dependence.origin())
        + "; control "
        + shares(dependence.control())
        + "; place "
        + shares(dependence.place());
  }

  private static String shares(Shares shares) {
    String largest =
        shares.of().entrySet().stream()
            .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
            .limit(SHOWN)
            .map(it -> it.getKey() + " " + Math.round(100 * it.getValue()) + "%")
            .collect(Collectors.joining(" "));
    return largest.isEmpty()
        ? "nothing"
        : largest + String.format(Locale.ROOT, " (concentration %.2f)", shares.concentration());
  }
}
