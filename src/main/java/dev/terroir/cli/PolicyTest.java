package dev.terroir.cli;

import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.scenario.Scenario;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.routing.ScenarioCheck.Checked;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terroir policy test}: the expected decisions against the real ones. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the scenarios. Exits with 1 when a decision is not as expected.")
final class PolicyTest implements Callable<Integer> {

  @Mixin private final FolderOption folder;
  private final Clock clock;

  @Option(names = "--file", description = "Only the scenarios of this file: DE.yaml.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--coverage",
      description = "Names the rules that no scenario shows, and exits with 1 when there are any.")
  private boolean coverage;

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyTest(FolderOption folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Contents contents = folder.contents();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ScenarioCheck check = new ScenarioCheck(contents, today);
    List<Checked> checked = check.check(asked(contents.scenarios()));
    PrintWriter out = spec.commandLine().getOut();
    List<Checked> wrong = checked.stream().filter(it -> !it.wrong().isEmpty()).toList();
    wrong.forEach(it -> print(contents, it, out));
    out.printf("%d scenarios, %d not as expected%n", checked.size(), wrong.size());
    Set<String> uncovered = coverage ? check.uncovered(checked) : Set.of();
    uncovered.forEach(rule -> out.println("no scenario shows " + rule + place(contents, rule)));
    return wrong.isEmpty() && uncovered.isEmpty() ? Terroir.FINE : Terroir.FOUND;
  }

  private List<Scenario> asked(List<Scenario> all) {
    return all.stream()
        .filter(it -> file.map(name -> it.file().endsWith("/" + name)).orElse(true))
        .toList();
  }

  private static void print(Contents contents, Checked checked, PrintWriter out) {
    String id = checked.scenario().id();
    out.printf(
        "%s: %s (%s)%n",
        contents.origin(Subjects.scenario(id)).map(Object::toString).orElse(""),
        id,
        checked.scenario().title());
    checked.wrong().forEach(wrong -> out.println("    " + wrong));
  }

  private static String place(Contents contents, String rule) {
    return contents.origin(rule).map(origin -> " (" + origin + ")").orElse("");
  }
}
