package dev.terroir.cli;

import dev.terroir.chat.Json;
import dev.terroir.policy.folder.FolderText;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.workshop.Reports;
import dev.terroir.workshop.survey.Cut;
import dev.terroir.workshop.survey.Drill;
import dev.terroir.workshop.survey.DrillReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terroir policy drill}: what would happen if. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description =
        "Cuts something off and tells, for each country and language, who would still be served,"
            + " by what, what would be refused and what would be lost. Exits with 1 when something"
            + " would be refused.")
final class PolicyDrill implements Callable<Integer> {

  @Mixin private final FolderOption folder;
  @Mixin private final SurveyOptions survey = new SurveyOptions();
  private final Clock clock;

  @Option(
      names = "--cut",
      description =
          "What is cut off: maker=anthropic, host=openai, controlled-from=US, exports=US,"
              + " located-in=EEA, region=eu-central, ... Several add up.")
  private List<String> cuts = new ArrayList<>();

  @Option(
      names = "--overlay",
      description = "A folder or file of policies in place of, or beside, those of the folder.")
  private List<Path> overlays = new ArrayList<>();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyDrill(FolderOption folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Library now = folder.contents().library();
    Library then = overlays.isEmpty() ? now : overlaid();
    DrillReport report =
        Drill.run(
            now,
            then,
            cuts.stream().map(text -> cut(text, then)).toList(),
            survey.scope(now, List.of(DataClass.PERSONAL), folder, clock));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(Reports.of(report)));
    } else {
      new DrillTable(out).print(report, overlays);
    }
    boolean refused = report.countries().stream().anyMatch(country -> country.refused() > 0);
    return refused ? Terroir.FOUND : Terroir.FINE;
  }

  private Cut cut(String text, Library library) {
    return switch (Cut.read(text, library)) {
      case Cut.Reading.Read(var cut) -> cut;
      case Cut.Reading.Faulty(var message) -> throw folder.refused(message);
    };
  }

  private Library overlaid() {
    FolderText texts = folder.files().gather(folder.path());
    for (Path overlay : overlays) {
      texts = texts.with(Overlay.read(overlay, folder));
    }
    return switch (folder.files().read(texts)) {
      case Reading.Sound(var contents) -> contents.library();
      case Reading.Faulty(var faults) ->
          throw folder.refused(
              "with the overlay there are faults, the first: " + faults.getFirst());
    };
  }
}
