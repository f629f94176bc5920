package dev.terroir.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;

/** What one caller's earlier responses were, where its tenant has them kept. Thread-safe. */
public interface Recall {

  /** Nothing is kept. */
  Recall NOTHING =
      new Recall() {
        @Override
        public boolean isKept() {
          return false;
        }

        @Override
        public Optional<ArrayNode> items(String response) {
          return Optional.empty();
        }

        @Override
        public void keep(String response, ArrayNode items) {}
      };

  /** Whether responses are kept at all. */
  boolean isKept();

  /**
   * What was said up to and with {@code response}; nothing where it is not there, or no more. Not
   * to be written to.
   */
  Optional<ArrayNode> items(String response);

  /** Keeps what was said up to and with {@code response}, unless it is too long. */
  void keep(String response, ArrayNode items);
}
