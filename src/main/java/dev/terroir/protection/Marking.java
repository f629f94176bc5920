package dev.terroir.protection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.protection.AiNotices.AiNotice;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the duties of a permit ask to be said in an answer itself: the object {@code terroir} at its
 * top for machines, and the notice in front of its text for people. Immutable.
 *
 * @param mark whether the answer is marked as made by a machine
 * @param disclose whether people are told that they talk to one
 * @param notice whether the answer begins with a visible notice
 * @param texts in the language of the request
 */
record Marking(boolean mark, boolean disclose, boolean notice, Supplier<AiNotice> texts) {

  /** IPTC's term for what a trained model has made, which content credentials use as well. */
  private static final String SOURCE_TYPE =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  static Marking of(List<Obligation> duties, Supplier<AiNotice> texts) {
    return new Marking(
        duties.contains(new Obligation.MarkOutput()),
        duties.contains(new Obligation.DiscloseAi()),
        duties.contains(new Obligation.VisibleNotice()),
        texts);
  }

  boolean isSilent() {
    return !mark && !disclose && !notice;
  }

  /**
   * Adds the object {@code terroir} to {@code answer}.
   *
   * @param exchange the id of the record
   */
  void write(ObjectNode answer, String exchange) {
    ObjectNode said = Json.object().put("decision", exchange);
    if (mark) {
      said.put("ai_generated", true).put("digital_source_type", SOURCE_TYPE);
    }
    if (disclose || notice) {
      write(said, texts.get());
    }
    answer.set("terroir", said);
  }

  private void write(ObjectNode said, AiNotice text) {
    said.put("language", text.language());
    if (disclose) {
      said.put("disclosure", text.disclosure());
    }
    if (notice) {
      said.put("notice", text.notice());
    }
  }

  /** What stands in front of a text, or nothing. */
  String preface() {
    return notice ? texts.get().notice() + "\n\n" : "";
  }
}
