package dev.terroir.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.policy.folder.Fault;
import java.util.List;

/** An operator's side of a call. Used from one event loop. */
public interface Desk {

  void answer(Notes notes, ObjectNode body);

  /**
   * @param faults in the files that came with the order; none where something else is wrong
   */
  void refuse(Notes notes, Refusal refusal, List<Fault> faults);
}
