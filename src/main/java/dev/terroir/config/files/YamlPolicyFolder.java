package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.config.yaml.Schemas;
import dev.terroir.config.yaml.StrictYaml;
import dev.terroir.config.yaml.YamlFile;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.FolderText;
import dev.terroir.policy.folder.PolicyFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a folder of YAML files: each strictly as YAML, then against its schema, then into the types
 * of the core, then for what it refers to. Every fault is reported, not only the first. A file that
 * has not changed since it was last read is not parsed again. Thread-safe.
 */
public final class YamlPolicyFolder implements PolicyFolder {

  private static final Map<String, String> KINDS =
      Map.of(
          "blocs", "bloc",
          "countries", "country",
          "models", "models",
          "hosts", "host",
          "evidence", "evidence",
          "tenants", "tenant",
          "scenarios", "scenarios");

  private final Schemas schemas = Vocabularies.schemas();
  private final Secrets secrets;
  private final Map<String, Parsed> known = new ConcurrentHashMap<>();

  public YamlPolicyFolder(Secrets secrets) {
    this.secrets = secrets;
  }

  /** A file as it was last read. */
  private record Parsed(String text, YamlFile file, List<Fault> faults) {

    Parsed {
      faults = List.copyOf(faults);
    }
  }

  @Override
  public SortedMap<String, String> schemas() {
    return schemas.files();
  }

  @Override
  public FolderText gather(Path folder) {
    return FolderReader.read(folder);
  }

  @Override
  public Reading read(FolderText texts) {
    List<Fault> faults = new ArrayList<>(texts.unreadable());
    Map<String, List<Element>> files = new LinkedHashMap<>();
    FolderReader.FOLDERS.forEach(folder -> files.put(kind(folder), new ArrayList<>()));
    List<Element> settings = new ArrayList<>();
    if (texts.unreadable().isEmpty()) {
      known.keySet().retainAll(texts.files().keySet());
      parse(texts, files, settings, faults);
    }
    return faults.isEmpty()
        ? new Assembly(files, settings.getFirst(), secrets).assemble(texts.digest())
        : new Reading.Faulty(faults);
  }

  private void parse(
      FolderText texts,
      Map<String, List<Element>> files,
      List<Element> settings,
      List<Fault> faults) {
    texts.files().entrySet().parallelStream()
        .forEach(file -> parsed(file.getKey(), file.getValue()));
    texts
        .files()
        .forEach(
            (name, text) -> {
              Parsed parsed = parsed(name, text);
              faults.addAll(parsed.faults);
              if (parsed.faults.isEmpty()) {
                files.getOrDefault(kindOf(name), settings).add(Element.root(parsed.file));
              }
            });
    if (!texts.files().containsKey(FolderReader.SETTINGS)) {
      faults.add(new Fault(FolderReader.SETTINGS, 1, 1, "the file is missing or cannot be read"));
    }
  }

  private static String kindOf(String name) {
    int folder = name.indexOf('/');
    return folder < 0 ? "gateway" : kind(name.substring(0, folder));
  }

  private static boolean isExpected(String name) {
    String[] parts = name.split("/", -1);
    return name.equals(FolderReader.SETTINGS)
        || (parts.length == 2 && KINDS.containsKey(parts[0]) && parts[1].endsWith(".yaml"));
  }

  private static String kind(String folder) {
    return KINDS.getOrDefault(folder, folder);
  }

  private Parsed parsed(String name, String text) {
    Parsed last = known.get(name);
    if (last != null && last.text.equals(text)) {
      return last;
    }
    YamlFile file = StrictYaml.read(name, text);
    List<Fault> faults = new ArrayList<>(file.faults());
    if (!isExpected(name)) {
      faults.add(
          new Fault(
              name,
              1,
              1,
              "no such file is read: name it <folder>/<name>.yaml, of " + FolderReader.FOLDERS));
    } else if (faults.isEmpty()) {
      faults.addAll(schemas.check(file, kindOf(name)));
    }
    Parsed parsed = new Parsed(text, file, faults);
    known.put(name, parsed);
    return parsed;
  }
}
