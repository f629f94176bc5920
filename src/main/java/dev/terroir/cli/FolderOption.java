package dev.terroir.cli;

import dev.terroir.policy.folder.PolicyFolder;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which folder a command works on, and how it is read. */
final class FolderOption {

  private final PolicyFolder files;
  private final Path usual;

  @Option(
      names = "--folder",
      description = "The folder of policies (default: TERROIR_CONFIG, else config).")
  private Optional<Path> folder = Optional.empty();

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  FolderOption(PolicyFolder files, Path usual) {
    this.files = files;
    this.usual = usual;
  }

  PolicyFolder files() {
    return files;
  }

  Path path() {
    return folder.orElse(usual);
  }

  /**
   * What the folder holds.
   *
   * @throws ParameterException when it has faults
   */
  Contents contents() {
    return contents(path());
  }

  /** What {@code other} holds, a folder beside the one that the command works on. */
  Contents contents(Path other) {
    return switch (files.read(other)) {
      case Reading.Sound(var contents) -> contents;
      case Reading.Faulty(var faults) ->
          throw refused(
              faults.size()
                  + " faults in `"
                  + other
                  + "`, the first: "
                  + faults.getFirst()
                  + "; run `terroir policy check`");
    };
  }

  ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
