package dev.terroir.config.files;

import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.FolderText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the texts of a folder. A mounted ConfigMap is swapped by moving its {@code ..data} link:
 * the links are looked at before and after, and everything is read again where one has moved
 * meanwhile. Thread-safe.
 */
final class FolderReader {

  static final List<String> FOLDERS =
      List.of("blocs", "countries", "models", "hosts", "evidence", "tenants", "scenarios");
  static final String SETTINGS = "gateway.yaml";

  private static final String SWAPPED = "..data";
  private static final int ATTEMPTS = 5;

  private FolderReader() {}

  static FolderText read(Path folder) {
    if (!Files.isDirectory(folder)) {
      Fault missing = new Fault(folder.toString(), 1, 1, "no such folder: set TERROIR_CONFIG");
      return new FolderText(new TreeMap<>(), List.of(missing));
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<String> before = links(folder);
      FolderText texts = readOnce(folder);
      if (before.equals(links(folder))) {
        return texts;
      }
    }
    Fault moving =
        new Fault(folder.toString(), 1, 1, "the folder is swapped faster than it is read");
    return new FolderText(new TreeMap<>(), List.of(moving));
  }

  /** Where the links of mounted volumes lead now. */
  private static List<String> links(Path folder) {
    return Stream.concat(Stream.of(folder), FOLDERS.stream().map(folder::resolve))
        .map(parent -> parent.resolve(SWAPPED))
        .filter(Files::isSymbolicLink)
        .map(FolderReader::target)
        .toList();
  }

  private static String target(Path link) {
    try {
      return link + " -> " + Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link + " is being swapped";
    }
  }

  private static FolderText readOnce(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    List<Fault> unreadable = new ArrayList<>();
    FOLDERS.forEach(name -> names(folder, name, unreadable).forEach(file -> files.put(file, "")));
    files.put(SETTINGS, "");
    files.replaceAll((name, text) -> read(folder, name, unreadable));
    return new FolderText(files, unreadable);
  }

  /** What is hidden is an editor's: a lock or a copy. */
  private static List<String> names(Path folder, String name, List<Fault> unreadable) {
    Path directory = folder.resolve(name);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> listing = Files.list(directory)) {
      return listing
          .map(path -> String.valueOf(path.getFileName()))
          .filter(file -> file.endsWith(".yaml") && !file.startsWith("."))
          .map(file -> name + "/" + file)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      unreadable.add(new Fault(name, 1, 1, "the folder cannot be read"));
      return List.of();
    }
  }

  private static String read(Path folder, String name, List<Fault> unreadable) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (CharacterCodingException e) {
      unreadable.add(new Fault(name, 1, 1, "the file is not UTF-8"));
    } catch (IOException e) {
      unreadable.add(new Fault(name, 1, 1, "the file is missing or cannot be read"));
    }
    return "";
  }
}
