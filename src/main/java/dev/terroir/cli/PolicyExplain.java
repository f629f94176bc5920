package dev.terroir.cli;

import dev.terroir.chat.Json;
import dev.terroir.policy.Decision;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.workshop.Question;
import dev.terroir.workshop.Question.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terroir policy explain}: one request, every deployment, every reason. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains the decision for a request. Exits with 1 when it is denied.")
final class PolicyExplain implements Callable<Integer> {

  @Mixin private final FolderOption folder;
  private final Clock clock;

  @Option(
      names = "--tenant",
      description = "Ask as this tenant; without it, as a company at home in the first country.")
  private Optional<String> tenant = Optional.empty();

  @Option(names = "--model", description = "The model, deployment or alias (default: auto).")
  private String model = "auto";

  @Option(names = "--on", description = "The day (default: today).")
  private Optional<LocalDate> day = Optional.empty();

  @Option(names = "--json", description = "Prints JSON, as POST /v1/decisions does.")
  private boolean json;

  @Parameters(
      arity = "0..*",
      paramLabel = "FACT=VALUE",
      description =
          "country=DE sector=health data=health payer=statutory language=de"
              + " tenant-kind=government ...")
  private Map<String, String> facts = new LinkedHashMap<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyExplain(FolderOption folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Contents contents = folder.contents();
    LocalDate today = day.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return switch (new Question(tenant, model, facts, today).ask(contents)) {
      case Answer.Faulty(var message) -> throw folder.refused(message);
      case Answer.Explained explained -> print(contents, explained);
    };
  }

  private int print(Contents contents, Answer.Explained explained) {
    if (json) {
      spec.commandLine()
          .getOut()
          .println(Json.write(explained.explanation().json("", contents.digest())));
    } else {
      new ExplanationTable(spec.commandLine().getOut()).print(explained);
    }
    Decision decision = explained.verdict().decide(explained.asked());
    return decision instanceof Decision.Permit ? Terroir.FINE : Terroir.FOUND;
  }
}
