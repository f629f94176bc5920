package dev.terroir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terroir policy schema}: the JSON Schemas with which editors complete the files. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Writes the JSON Schemas of the files, for editors.")
final class PolicySchema implements Callable<Integer> {

  @Mixin private final FolderOption folder;

  @Option(names = "--to", description = "Where to write them (default: schema in the folder).")
  private Optional<Path> to = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicySchema(FolderOption folder) {
    this.folder = folder;
  }

  @Override
  public Integer call() throws IOException {
    Path target = to.orElseGet(() -> folder.path().resolve("schema"));
    Files.createDirectories(target);
    for (Map.Entry<String, String> schema : folder.files().schemas().entrySet()) {
      Files.writeString(target.resolve(schema.getKey()), schema.getValue());
      spec.commandLine().getOut().println(target.resolve(schema.getKey()));
    }
    return Terroir.FINE;
  }
}
