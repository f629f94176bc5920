package dev.terroir.workshop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.routing.ScenarioCheck.Checked;
import dev.terroir.workshop.survey.Change;
import dev.terroir.workshop.survey.Dependence;
import dev.terroir.workshop.survey.Diff;
import dev.terroir.workshop.survey.DrillReport;
import dev.terroir.workshop.survey.Shares;
import dev.terroir.workshop.survey.Traffic;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes what the workshop finds as JSON, the same on the command line and over HTTP. */
public final class Reports {

  private Reports() {}

  public static ObjectNode of(DrillReport report) {
    ObjectNode root = Json.object().put("object", "drill").put("day", report.day().toString());
    root.set("cuts", list(report.cuts()));
    root.put("cut_off", report.cutOff());
    root.set("before", totals(report.before()));
    root.set("after", totals(report.after()));
    ArrayNode countries = root.putArray("countries");
    report.countries().forEach(country -> countries.add(country(country)));
    return root;
  }

  /** Of a drill in which nothing is cut off: on whom everybody depends. */
  public static ObjectNode dependence(DrillReport report) {
    ObjectNode root = Json.object().put("object", "dependence").put("day", report.day().toString());
    root.set("all", of(report.before().dependence()));
    ObjectNode countries = root.putObject("countries");
    report.countries().forEach(it -> countries.set(it.code().code(), of(it.before().dependence())));
    return root;
  }

  /** What became of the scenarios, and which rules none of them shows. */
  public static ObjectNode of(Contents contents, ScenarioCheck check, List<Checked> checked) {
    ObjectNode root = Json.object().put("object", "test").put("policy", contents.digest());
    List<Checked> wrong = checked.stream().filter(it -> !it.wrong().isEmpty()).toList();
    root.put("scenarios", checked.size()).put("not_as_expected", wrong.size());
    ArrayNode failures = root.putArray("failures");
    for (Checked it : wrong) {
      ObjectNode failure = failures.addObject().put("id", it.scenario().id());
      failure.put("title", it.scenario().title());
      contents
          .origin(Subjects.scenario(it.scenario().id()))
          .ifPresent(origin -> failure.put("at", origin.toString()));
      failure.set("wrong", list(it.wrong()));
    }
    root.set("uncovered_rules", list(check.uncovered(checked)));
    return root;
  }

  private static ObjectNode country(DrillReport.Country country) {
    ObjectNode node = Json.object().put("country", country.code().code());
    node.put("refused", country.refused()).put("degraded", country.degraded());
    node.set("before", totals(country.before()));
    node.set("after", totals(country.after()));
    ArrayNode languages = node.putArray("languages");
    country.languages().forEach(language -> languages.add(language(language)));
    return node;
  }

  private static ObjectNode totals(DrillReport.Totals totals) {
    ObjectNode node = Json.object().put("asked", totals.asked()).put("served", totals.served());
    node.set("leaders", numbers(totals.leaders()));
    node.set("dependence", of(totals.dependence()));
    return node;
  }

  private static ObjectNode language(DrillReport.Language language) {
    ObjectNode node = Json.object().put("language", language.tag()).put("asked", language.asked());
    node.put("served_before", language.servedBefore()).put("served_after", language.servedAfter());
    node.put("first_before", language.firstBefore()).put("first_after", language.firstAfter());
    node.set("refused_in", list(language.refusedIn()));
    ObjectNode losses = node.putObject("losses");
    language.losses().forEach(losses::put);
    return node;
  }

  public static ObjectNode of(Dependence dependence) {
    ObjectNode node = Json.object();
    node.set("origin", shares(dependence.origin()));
    node.set("control", shares(dependence.control()));
    node.set("place", shares(dependence.place()));
    return node;
  }

  private static ObjectNode shares(Shares shares) {
    ObjectNode node = Json.object().put("concentration", rounded(shares.concentration()));
    node.set("shares", numbers(shares.of()));
    return node;
  }

  public static ObjectNode of(Diff.Report report) {
    ObjectNode root = Json.object().put("object", "diff").put("day", report.day().toString());
    root.put("asked", report.asked()).put("changed", report.changed());
    ArrayNode changes = root.putArray("changes");
    report.changes().forEach(change -> changes.add(change(change)));
    report.traffic().ifPresent(traffic -> root.set("traffic", of(traffic)));
    return root;
  }

  private static ObjectNode of(Traffic traffic) {
    ObjectNode node = Json.object().put("recorded", traffic.recorded());
    node.put("unreadable", traffic.unreadable()).put("share", rounded(traffic.share()));
    ObjectNode changed = node.putObject("changed");
    traffic.changed().forEach((kind, count) -> changed.put(kind.word(), count));
    return node;
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = Json.object().put("country", change.country().code());
    node.put("kind", change.kind().word());
    node.set("sectors", list(change.sectors()));
    node.set("data", list(change.data()));
    node.set("languages", list(change.languages()));
    return node.put("before", change.before()).put("after", change.after());
  }

  private static ObjectNode numbers(Map<String, Double> numbers) {
    ObjectNode node = Json.object();
    numbers.forEach((name, number) -> node.put(name, rounded(number)));
    return node;
  }

  /** To four places: these are shares, not measurements. */
  private static double rounded(double number) {
    return Math.round(number * 10_000) / 10_000.0;
  }

  private static ArrayNode list(Collection<String> values) {
    ArrayNode array = Json.object().arrayNode();
    values.forEach(array::add);
    return array;
  }
}
