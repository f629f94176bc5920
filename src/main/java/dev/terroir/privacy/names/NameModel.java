package dev.terroir.privacy.names;

import dev.terroir.privacy.Finding;
import java.util.List;

/**
 * A trained model that finds names and addresses which no cue announces. Thread-safe; milliseconds
 * rather than microseconds, so never to be called on an event loop.
 */
public interface NameModel {

  /** Where there is no model. */
  NameModel NONE = text -> List.of();

  /** Findings of the kinds of {@code NameFinder}, in the order of the text, without overlap. */
  List<Finding> find(String text);
}
