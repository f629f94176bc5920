package dev.terroir.policy.folder;

import dev.terroir.identity.StoredKey;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;

/** Reads a folder of operators' files. The same on the command line, at start and on reload. */
public interface PolicyFolder {

  Reading read(Path folder);

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
   * @param cell the id of this cell
   * @param binds the jurisdictions that bind everything this cell handles
   * @param digest of all files, as hexadecimal
   */
  record Contents(
      Library library,
      List<StoredKey> keys,
      List<Scenario> scenarios,
      String cell,
      List<Jurisdiction> binds,
      String digest) {
    public Contents {
      keys = List.copyOf(keys);
      scenarios = List.copyOf(scenarios);
      binds = List.copyOf(binds);
    }
  }
}
