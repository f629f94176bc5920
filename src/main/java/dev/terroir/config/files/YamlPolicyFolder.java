package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.config.yaml.Schemas;
import dev.terroir.config.yaml.StrictYaml;
import dev.terroir.config.yaml.YamlFile;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.PolicyFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a folder of YAML files: each strictly as YAML, then against its schema, then into the types
 * of the core, then for what it refers to. Every fault is reported, not only the first.
 * Thread-safe.
 */
public final class YamlPolicyFolder implements PolicyFolder {

  private static final Map<String, String> KINDS = kinds();

  private final Schemas schemas = new Schemas();
  private final Secrets secrets;

  public YamlPolicyFolder(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The folders in the order in which they are read, and the kind of their files. */
  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("blocs", "bloc");
    kinds.put("countries", "country");
    kinds.put("models", "models");
    kinds.put("hosts", "host");
    kinds.put("tenants", "tenant");
    kinds.put("scenarios", "scenarios");
    return kinds;
  }

  @Override
  public Reading read(Path folder) {
    List<Fault> faults = new ArrayList<>();
    Digest digest = new Digest();
    Map<String, List<Element>> files = new LinkedHashMap<>();
    if (!Files.isDirectory(folder)) {
      return new Reading.Faulty(
          List.of(new Fault(folder.toString(), 1, 1, "no such folder: set TERROIR_CONFIG")));
    }
    KINDS.forEach((name, kind) -> files.put(kind, readAll(folder, name, kind, digest, faults)));
    List<Element> gateway = readOne(folder, "gateway.yaml", "gateway", digest, faults);
    if (!faults.isEmpty()) {
      return new Reading.Faulty(faults);
    }
    return new Assembly(files, gateway.getFirst(), secrets).assemble(digest.hex());
  }

  private List<Element> readAll(
      Path folder, String name, String kind, Digest digest, List<Fault> faults) {
    Path directory = folder.resolve(name);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> listing = Files.list(directory)) {
      List<Element> elements = new ArrayList<>();
      listing
          .map(path -> name + "/" + path.getFileName())
          .filter(path -> path.endsWith(".yaml"))
          .sorted()
          .forEach(path -> elements.addAll(readOne(folder, path, kind, digest, faults)));
      return elements;
    } catch (IOException e) {
      faults.add(new Fault(name, 1, 1, "the folder cannot be read"));
      return List.of();
    }
  }

  private List<Element> readOne(
      Path folder, String name, String kind, Digest digest, List<Fault> faults) {
    try {
      String text = Files.readString(folder.resolve(name));
      digest.add(name, text);
      YamlFile file = StrictYaml.read(name, text);
      List<Fault> here = new ArrayList<>(file.faults());
      if (here.isEmpty()) {
        here.addAll(schemas.check(file, kind));
      }
      faults.addAll(here);
      return here.isEmpty() ? List.of(Element.root(file)) : List.of();
    } catch (CharacterCodingException e) {
      faults.add(new Fault(name, 1, 1, "the file is not UTF-8"));
    } catch (IOException e) {
      faults.add(new Fault(name, 1, 1, "the file is missing or cannot be read"));
    }
    return List.of();
  }
}
