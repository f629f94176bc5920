package dev.terroir.cli;

import dev.terroir.policy.folder.PolicyFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit status 0: fine; 1: found something; 2: could not run. */
@Command(
    name = "terroir",
    mixinStandardHelpOptions = true,
    version = "terroir 0.1.0",
    description = "A gateway that sends each AI request to a lawful model.")
public final class Terroir {

  static final int FINE = 0;
  static final int FOUND = 1;

  private Terroir() {}

  @Command(name = "policy", description = "Works on the folder of policies.")
  private static final class Policy {}

  @Command(name = "audit", description = "Works on the audit log.")
  private static final class Audit {}

  @Command(name = "keys", description = "Works on tenants' keys.")
  private static final class Keys {}

  /**
   * Runs the command that {@code args} name.
   *
   * @param files reads the folder
   * @param folder the one to read unless the arguments name another
   * @return the exit status
   */
  public static int run(PolicyFolder files, Path folder, Clock clock, String... args) {
    CommandLine policy =
        new CommandLine(new Policy())
            .addSubcommand(new PolicyCheck(new FolderOption(files, folder), clock))
            .addSubcommand(new PolicyTest(new FolderOption(files, folder), clock))
            .addSubcommand(new PolicyExplain(new FolderOption(files, folder), clock))
            .addSubcommand(new PolicyDiff(new FolderOption(files, folder), clock))
            .addSubcommand(new PolicyDrill(new FolderOption(files, folder), clock))
            .addSubcommand(new PolicySchema(new FolderOption(files, folder)));
    return new CommandLine(new Terroir())
        .addSubcommand(policy)
        .addSubcommand(new CommandLine(new Audit()).addSubcommand(new AuditVerify()))
        .addSubcommand(new CommandLine(new Keys()).addSubcommand(new KeysNew()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Terroir::refuse)
        .execute(args);
  }

  /** In a line, without the whole of the help. */
  private static int refuse(ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(mistake.getMessage());
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("try `" + command.getCommandSpec().qualifiedName() + " --help`");
    return CommandLine.ExitCode.USAGE;
  }
}
