package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;

/**
 * Whether characters are an identifier of one kind, as far as its characters tell. Checks are
 * stateless, linear and never throw: what has another length or other characters does not hold.
 */
@FunctionalInterface
public interface Check {

  /**
   * @param compact a match without its separators, not to be kept
   */
  boolean holds(Compact compact);
}
