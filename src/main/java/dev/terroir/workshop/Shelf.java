package dev.terroir.workshop;

import dev.terroir.policy.folder.Edition;
import dev.terroir.policy.folder.Editions;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Rejection;
import java.util.Optional;

/**
 * The policies in force, and those before them.
 *
 * @param contents of the edition in force
 * @param editions the one in force first
 * @param rejection why the folder as it is now is not in force, where it is not
 */
public record Shelf(Contents contents, Editions editions, Optional<Rejection> rejection) {

  /** The edition in force. */
  public Edition edition() {
    return editions.list().getFirst();
  }
}
