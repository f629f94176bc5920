package dev.terroir.config.reload;

import dev.terroir.gateway.Snapshot;
import dev.terroir.policy.folder.Edition;
import dev.terroir.policy.folder.Editions;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Rejection;
import java.util.Optional;

/**
 * How things stand with the policies.
 *
 * @param snapshot what the gateway decides by
 * @param contents what it was made of
 * @param editions the one in force, and those before it
 * @param rejection why the folder as it is now is not in force, where it is not
 */
public record Standing(
    Snapshot snapshot, Contents contents, Editions editions, Optional<Rejection> rejection) {

  /** The edition in force. */
  public Edition edition() {
    return editions.list().getFirst();
  }

  public boolean isFaulty() {
    return rejection.isPresent();
  }

  Standing rejecting(Rejection other) {
    return new Standing(snapshot, contents, editions, Optional.of(other));
  }
}
