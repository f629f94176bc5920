package dev.terroir.workshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.policy.folder.Fault;
import java.util.List;

/** What the workshop says to an operator. */
public sealed interface Reply {

  record Done(ObjectNode body) implements Reply {}

  /** The files that came with the order are no policies. */
  record Faulty(List<Fault> faults) implements Reply {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The order cannot be understood.
   *
   * @param field of the order, or empty
   */
  record Invalid(String field, String message) implements Reply {}

  record Missing(String message) implements Reply {}
}
