package dev.terroir.cli;

import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.rule.Library;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code terroir policy check}: every fault in the folder, by file, line and column. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks the folder: YAML, schema, references. Exits with 1 on a fault.")
final class PolicyCheck implements Callable<Integer> {

  @Mixin private final FolderOption folder;

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyCheck(FolderOption folder) {
    this.folder = folder;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return switch (folder.files().read(folder.path())) {
      case Reading.Faulty(var faults) -> {
        faults.forEach(fault -> out.println(folder.path() + "/" + fault));
        out.println(faults.size() + (faults.size() == 1 ? " fault" : " faults"));
        yield Terroir.FOUND;
      }
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
        yield Terroir.FINE;
      }
    };
  }
}
