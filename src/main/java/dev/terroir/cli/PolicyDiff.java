package dev.terroir.cli;

import dev.terroir.audit.RecordedDecision;
import dev.terroir.chat.Json;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.workshop.Reports;
import dev.terroir.workshop.survey.Change;
import dev.terroir.workshop.survey.Diff;
import dev.terroir.workshop.survey.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terroir policy diff A B}: which decisions change between two folders. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Tells which kinds of requests two folders treat differently. Exits with 1 when there are"
            + " any.")
final class PolicyDiff implements Callable<Integer> {

  @Mixin private final FolderOption folder;
  @Mixin private final SurveyOptions survey = new SurveyOptions();
  private final Clock clock;

  @Parameters(index = "0", paramLabel = "A", description = "The folder as it is.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The folder as it would be.")
  private Path second = Path.of("");

  @Option(
      names = "--audit",
      description = "An audit log: tells what share of the requests in it would change.")
  private Optional<Path> audit = Optional.empty();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyDiff(FolderOption folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Library before = folder.contents(first).library();
    Library after = folder.contents(second).library();
    Diff.Report report =
        Diff.between(
            before,
            after,
            survey.scope(after, List.of(DataClass.values()), folder, clock),
            recorded());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(Reports.of(report)));
    } else {
      report.changes().forEach(change -> print(change, out));
      out.printf(
          "%d of %d kinds of requests are treated differently%n", report.changed(), report.asked());
      report.traffic().ifPresent(traffic -> print(traffic, out));
    }
    return report.changed() == 0 ? Terroir.FINE : Terroir.FOUND;
  }

  private List<RecordedDecision> recorded() {
    try {
      return audit.isPresent() ? RecordedDecision.in(audit.get()) : List.of();
    } catch (IOException e) {
      throw folder.refused("the audit log in `" + audit.get() + "` cannot be read");
    }
  }

  private static String some(List<String> words, int all) {
    return words.size() == all ? "any" : String.join(", ", words);
  }

  private static void print(Traffic traffic, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "of %d recorded requests %.1f%% would be treated differently%n",
        traffic.recorded(),
        100 * traffic.share());
    traffic.changed().forEach((kind, count) -> out.printf("    %s: %d%n", kind.word(), count));
    if (traffic.unreadable() > 0) {
      out.printf("    cannot be told: %d%n", traffic.unreadable());
    }
  }

  private static void print(Change change, PrintWriter out) {
    out.printf(
        "%s %s: sector %s; data %s; language %s%n",
        change.country(),
        change.kind().word(),
        some(change.sectors(), Sector.values().length + 1),
        some(change.data(), DataClass.values().length),
        String.join(", ", change.languages()));
    out.println("    - " + change.before());
    out.println("    + " + change.after());
  }
}
