package dev.terroir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reads files that take the place of those in a folder. */
final class Overlay {

  private Overlay() {}

  /**
   * @param path a folder like that of the policies, or one file that stands in a folder with the
   *     name that it would have there: {@code drafts/countries/DE.yaml}
   */
  static Map<String, String> read(Path path, FolderOption folder) {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> found = Files.walk(path)) {
      for (Path file : found.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        files.put(name(path, file), Files.readString(file));
      }
    } catch (IOException e) {
      throw folder.refused("the overlay `" + path + "` cannot be read");
    }
    if (files.isEmpty()) {
      throw folder.refused("there is no YAML file in the overlay `" + path + "`");
    }
    return files;
  }

  private static String name(Path path, Path file) {
    if (!path.equals(file)) {
      return path.relativize(file).toString().replace('\\', '/');
    }
    Path parent = file.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null
        ? String.valueOf(file.getFileName())
        : parent.getFileName() + "/" + file.getFileName();
  }
}
