package dev.terroir.bench;

import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.folder.FolderText;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.workshop.survey.Cut;
import dev.terroir.workshop.survey.Drill;
import dev.terroir.workshop.survey.DrillReport;
import dev.terroir.workshop.survey.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the shipped library takes to load, to test and to drill, the first time in a fresh
 * process and once it is warm.
 */
public final class LibraryBench {

  private static final Path FOLDER = Path.of("config");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final int ROUNDS = 10;

  private LibraryBench() {}

  public static void main(String[] args) {
    YamlPolicyFolder first = new YamlPolicyFolder(new Secrets(name -> Optional.empty()));
    Contents contents = measured("load, cold", () -> load(first));
    measured(
        "self-test of %d scenarios, cold".formatted(contents.scenarios().size()),
        () -> new ScenarioCheck(contents, DAY).check(contents.scenarios()));
    DrillReport report = measured("drill, cold", () -> drill(contents));
    System.out.printf(
        "the drill: %d kinds of requests, each decided twice, in %d countries%n",
        report.before().asked(), report.countries().size());
    for (int i = 1; i < ROUNDS; i++) {
      load(new YamlPolicyFolder(new Secrets(name -> Optional.empty())));
      load(first);
      drill(contents);
      new ScenarioCheck(contents, DAY).check(contents.scenarios());
    }
    measured("load, warm", () -> load(new YamlPolicyFolder(new Secrets(name -> Optional.empty()))));
    measured("load again, nothing changed, warm", () -> load(first));
    measured("self-test, warm", () -> new ScenarioCheck(contents, DAY).check(contents.scenarios()));
    measured("drill, warm", () -> drill(contents));
  }

  private interface Work<T> {
    T carryOut();
  }

  private static <T> T measured(String what, Work<T> work) {
    long begun = System.nanoTime();
    T result = work.carryOut();
    double millis = (System.nanoTime() - begun) / 1e6;
    System.out.printf(Locale.ROOT, "%-45s %8.1f ms%n", what, millis);
    return result;
  }

  /** From the files to rules that can decide. */
  private static Contents load(YamlPolicyFolder folder) {
    FolderText texts = folder.gather(FOLDER);
    return switch (folder.read(texts)) {
      case Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
      case Reading.Sound(var contents) -> {
        new PolicySet(contents.library(), Enforcement.IDEAL, DAY);
        yield contents;
      }
    };
  }

  /** Every country, every sector, every language that is official or main anywhere. */
  private static DrillReport drill(Contents contents) {
    Scope.Words words = new Scope.Words(Scope.ANY, List.of(), List.of(), true, false, DAY);
    if (words.read(contents.library(), List.of(DataClass.PERSONAL))
            instanceof Scope.Reading.Read(var scope)
        && Cut.read("controlled-from=US", contents.library())
            instanceof Cut.Reading.Read(var cut)) {
      return Drill.run(contents.library(), contents.library(), List.of(cut), scope);
    }
    throw new IllegalStateException("the drill cannot be read");
  }
}
