package dev.terroir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Carries out the README's chapter for operators from its first command to its last, in an empty
 * folder: the shell's commands by a shell, {@code bin/terroir} by the command line itself. Every
 * line that the README shows must be in what was printed before it.
 */
final class OperatorsChapterTest {

  private static final Pattern BLOCK =
      Pattern.compile(
          "(<!-- executed by OperatorsChapterTest -->\n```sh\n(?<commands>.*?)\n```)"
              + "|(?:\n```\n(?<shown>.*?)\n```)",
          Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<shell>(?:(?!bin/terroir).)+)|bin/terroir (?<arguments>[^\n]+)\n?", Pattern.DOTALL);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private static String chapter() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int begin = readme.indexOf("## Change a rule on a Friday afternoon");
    return readme.substring(begin, readme.indexOf("\n## ", begin + 1));
  }

  @Test
  void showsWhatHappens() throws Exception {
    // given
    shell("cp -r '" + Path.of("config").toAbsolutePath() + "' config");
    Matcher blocks = BLOCK.matcher(chapter());
    int executed = 0;
    int compared = 0;
    String printed = "";

    // when
    while (blocks.find()) {
      String commands = blocks.group("commands");
      if (commands != null) {
        printed = execute(commands + "\n");
        executed++;
      } else {
        for (String line : String.valueOf(blocks.group("shown")).lines().toList()) {
          assertThat(printed).as("what is printed before `%s`", line).contains(line);
          compared++;
        }
      }
    }

    // then
    assertThat(executed).isEqualTo(7);
    assertThat(compared).isGreaterThan(12);
  }

  private String execute(String commands) throws Exception {
    StringBuilder printed = new StringBuilder();
    Matcher parts = COMMAND.matcher(commands);
    while (parts.find()) {
      if (parts.group("shell") != null) {
        printed.append(shell(String.valueOf(parts.group("shell"))));
      } else {
        printed.append(terroir(String.valueOf(parts.group("arguments"))));
      }
    }
    return printed.toString();
  }

  private String shell(String script) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-eu", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", script, printed).isZero();
    return printed;
  }

  /** Paths in the arguments are those of the folder in which the reader stands. */
  private String terroir(String line) {
    List<String> arguments = new ArrayList<>();
    for (String argument : List.of(line.split(" ", -1))) {
      boolean isFolder = Files.isDirectory(folder.resolve(argument));
      arguments.add(isFolder ? folder.resolve(argument).toString() : argument);
    }
    PrintStream standard = System.out;
    PrintStream error = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
    int status;
    try {
      YamlPolicyFolder files = new YamlPolicyFolder(new Secrets(name -> Optional.empty()));
      status =
          Terroir.run(
              files, folder.resolve("config"), Clock.systemUTC(), arguments.toArray(String[]::new));
    } finally {
      System.setOut(standard);
      System.setErr(error);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(status).as("%s%n%s", line, text).isIn(Terroir.FINE, Terroir.FOUND);
    return text;
  }
}
