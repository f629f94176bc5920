package dev.terroir.cli;

import dev.terroir.chat.Json;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.rule.Library;
import dev.terroir.workshop.check.Checks;
import dev.terroir.workshop.check.Finding;
import dev.terroir.workshop.check.FindingReports;
import dev.terroir.workshop.check.Severity;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terroir policy check}: every fault in the folder, and what else looks wrong. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks the folder: YAML, schema, references, contradictions, rules that never speak, facts"
            + " that time has overtaken. Exits with 1 on a fault or an error.")
final class PolicyCheck implements Callable<Integer> {

  /** What it prints. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  @Mixin private final FolderOption folder;
  private final Clock clock;

  @Option(
      names = "--format",
      description = "text, json or sarif (2.1.0, for code review tools); default: text.")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Exits with 1 on a warning too.")
  private boolean strict;

  @Option(names = "--notes", description = "Prints notes as well; the other formats always do.")
  private boolean notes;

  @Option(
      names = "--max-age",
      description = "How old a review or a catalogue may be, in ISO 8601 (default: P365D).")
  private Period maxAge = Checks.MAX_AGE;

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyCheck(FolderOption folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Reading reading = folder.files().read(folder.path());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Finding> findings = Checks.of(reading, today, maxAge);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(reading, findings, out);
      case JSON -> out.println(Json.write(FindingReports.json(findings)));
      case SARIF -> out.println(Json.write(FindingReports.sarif(findings)));
    }
    Severity gravest = strict ? Severity.WARNING : Severity.ERROR;
    boolean grave = findings.stream().anyMatch(it -> it.severity().compareTo(gravest) <= 0);
    return grave ? Terroir.FOUND : Terroir.FINE;
  }

  private void text(Reading reading, List<Finding> findings, PrintWriter out) {
    findings.stream()
        .filter(it -> notes || it.severity() != Severity.NOTE)
        .forEach(it -> out.println(folder.path() + "/" + it));
    switch (reading) {
      case Reading.Faulty(var faults) ->
          out.println(faults.size() + (faults.size() == 1 ? " fault" : " faults"));
      case Reading.Sound(var contents) -> {
        Library library = contents.library();
        out.printf(
            "%d countries, %d blocs, %d models, %d deployments, %d tenants: no fault (%s)%n",
            library.countries().size(),
            library.blocs().size(),
            library.catalog().models().size(),
            library.catalog().deployments().size(),
            library.tenants().size(),
            contents.digest());
        out.printf(
            "%s, %s, %s%n",
            count(findings, Severity.ERROR),
            count(findings, Severity.WARNING),
            count(findings, Severity.NOTE));
      }
    }
  }

  private static String count(List<Finding> findings, Severity severity) {
    long count = findings.stream().filter(it -> it.severity() == severity).count();
    return count + " " + severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
  }
}
