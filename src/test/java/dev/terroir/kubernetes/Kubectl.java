package dev.terroir.kubernetes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The {@code kubectl} of this machine, which renders and asks no cluster. */
final class Kubectl {

  private static final long PATIENCE_SECONDS = 60;

  private Kubectl() {}

  /** Skips the calling test where there is no {@code kubectl}, and says so. */
  static void assumePresent(Class<?> test) {
    if (!isPresent() && "required".equals(System.getenv("TERROIR_OPTIONAL_TESTS"))) {
      throw new AssertionError(test.getSimpleName() + " needs `kubectl`, and it is required here");
    }
    if (!isPresent()) {
      System.out.println(test.getSimpleName() + " is skipped: there is no `kubectl` on the PATH");
    }
    Assumptions.assumeTrue(isPresent(), "there is no `kubectl` on the PATH");
  }

  private static boolean isPresent() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  /** What {@code kubectl kustomize} prints for a folder. */
  static Manifests kustomize(Path folder) {
    return Manifests.parse(run(Map.of(), List.of("kubectl", "kustomize", folder.toString())));
  }

  /** What {@code k8s/render} prints for a cell, with the policy files of a folder. */
  static Manifests render(String cell, Path config) {
    Map<String, String> environment = Map.of("TERROIR_CONFIG", config.toString());
    return Manifests.parse(run(environment, List.of("sh", "k8s/render", cell)));
  }

  private static String run(Map<String, String> environment, List<String> command) {
    try {
      Path output = Files.createTempFile("terroir-manifests", ".yaml");
      Path complaints = Files.createTempFile("terroir-manifests", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        if (!succeeds(builder.start())) {
          throw new AssertionError(command + " failed: " + Files.readString(complaints));
        }
        return Files.readString(output);
      } finally {
        Files.delete(output);
        Files.delete(complaints);
      }
    } catch (IOException e) {
      throw new AssertionError("cannot run " + command, e);
    }
  }

  private static boolean succeeds(Process process) {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroy();
    }
  }
}
