package dev.terroir.catalog;

import java.util.Optional;

/**
 * What a deployment wants to be called with.
 *
 * @param authentication how it is shown
 * @param reference the name of the setting or environment variable that holds the secret, or
 *     nothing when none is needed
 * @param secret what that name held when the files were read
 */
public record Credential(
    Authentication authentication, Optional<String> reference, Optional<Secret> secret) {

  public static final Credential NONE_NEEDED =
      new Credential(Authentication.BEARER, Optional.empty(), Optional.empty());

  /** Whether one is needed and not there. */
  public boolean isMissing() {
    return reference.isPresent() && secret.isEmpty();
  }
}
