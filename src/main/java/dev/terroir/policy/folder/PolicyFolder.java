package dev.terroir.policy.folder;

import dev.terroir.catalog.Deployment;
import dev.terroir.identity.StoredKey;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads a folder of operators' files. The same on the command line, at start and on reload. */
public interface PolicyFolder {

  /** The texts of all files in {@code folder}, none of them from before a swap and one after. */
  FolderText gather(Path folder);

  /** What the texts say. */
  Reading read(FolderText texts);

  /** The JSON Schemas of the files, by the names of theirs. */
  SortedMap<String, String> schemas();

  default Reading read(Path folder) {
    return read(gather(folder));
  }

  /** A folder is good as a whole or not at all. */
  sealed interface Reading {

    record Sound(Contents contents) implements Reading {}

    /**
     * @param faults all of them, sorted by place
     */
    record Faulty(List<Fault> faults) implements Reading {

      public Faulty {
        faults = faults.stream().distinct().sorted().toList();
      }
    }
  }

  /**
   * What a folder holds.
   *
   * @param operators the keys of those who may ask how this cell is run
   * @param fixtures deployments that exist only for the scenarios
   * @param cell the id of this cell
   * @param binds the jurisdictions that bind everything this cell handles
   * @param origins where rules, laws, preferences and files stand, by the names in {@link Subjects}
   * @param digest of all files, as hexadecimal
   */
  record Contents(
      Library library,
      List<StoredKey> keys,
      List<StoredKey> operators,
      List<Scenario> scenarios,
      List<Deployment> fixtures,
      String cell,
      List<Jurisdiction> binds,
      Map<String, Origin> origins,
      String digest) {

    public Contents {
      keys = List.copyOf(keys);
      operators = List.copyOf(operators);
      scenarios = List.copyOf(scenarios);
      fixtures = List.copyOf(fixtures);
      binds = List.copyOf(binds);
      origins = Map.copyOf(origins);
    }

    /** Where {@code subject} stands, if it stands in a file. */
    public Optional<Origin> origin(String subject) {
      return Optional.ofNullable(origins.get(subject));
    }
  }
}
