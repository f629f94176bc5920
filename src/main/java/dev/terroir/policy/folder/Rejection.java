package dev.terroir.policy.folder;

import java.time.Instant;
import java.util.List;

/**
 * A folder that was not taken over.
 *
 * @param digest of its texts
 * @param faults what is wrong with it, at least one
 */
public record Rejection(String digest, Instant at, List<Fault> faults) {

  public Rejection {
    faults = List.copyOf(faults);
  }
}
