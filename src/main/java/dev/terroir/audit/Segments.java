package dev.terroir.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a log, each named after the number of its first record. */
final class Segments {

  private static final String PATTERN = "audit-\\d{15}\\.log";

  private Segments() {}

  /** In the order in which they were written. */
  static List<Path> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().matches(PATTERN)).sorted().toList();
    }
  }

  static Path named(Path directory, long firstRecord) {
    return directory.resolve("audit-%015d.log".formatted(firstRecord));
  }
}
