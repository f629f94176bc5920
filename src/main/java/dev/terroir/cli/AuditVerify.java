package dev.terroir.cli;

import dev.terroir.audit.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code terroir audit verify}: whether the log is as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Follows the chain of digests through the log. Exits with 1 where it breaks.")
final class AuditVerify implements Callable<Integer> {

  @Option(names = "--directory", description = "The folder of the log (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of("terroir-data/audit");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new ParameterException(
          spec.commandLine(), "no folder `" + directory + "`: name it with --directory");
    }
    PrintWriter out = spec.commandLine().getOut();
    Verification verification = Verification.of(directory);
    verification.fault().ifPresent(out::println);
    out.printf(
        "%d records as they were written, %d exchanges not ended, last digest %s%n",
        verification.records(), verification.unfinished().size(), verification.lastDigest());
    return verification.fault().isPresent() ? Terroir.FOUND : Terroir.FINE;
  }
}
