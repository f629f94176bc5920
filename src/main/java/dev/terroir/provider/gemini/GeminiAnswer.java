package dev.terroir.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.canonical.Counts;
import dev.terroir.provider.canonical.FinishReason;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.canonical.Piece;
import dev.terroir.provider.canonical.ReasoningState;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads an answer of Gemini's, whole or as the parts of a stream. Used once. */
final class GeminiAnswer {

  private final Heading heading;
  private final Consumer<Piece> pieces;
  private int calls;
  private Optional<FinishReason> finish = Optional.empty();
  private Counts counts = Counts.NONE;

  GeminiAnswer(Heading heading, Consumer<Piece> pieces) {
    this.heading = heading;
    this.pieces = pieces;
  }

  /**
   * Reads one response.
   *
   * @return false where it is no answer, or one that cannot be passed on
   */
  boolean read(ObjectNode response) {
    JsonNode candidate = response.path("candidates").path(0);
    for (JsonNode part : candidate.path("content").path("parts")) {
      if (!part(part)) {
        return false;
      }
    }
    if (response.path("usageMetadata").isObject()) {
      counts = counts(response.path("usageMetadata"));
    }
    boolean blocked = response.path("promptFeedback").path("blockReason").isTextual();
    if (candidate.isMissingNode() && blocked) {
      finish = Optional.of(FinishReason.CONTENT_FILTER);
    }
    return reason(candidate.path("finishReason").asText());
  }

  private boolean part(JsonNode part) {
    String signature = part.path("thoughtSignature").asText();
    if (part.path("functionCall").isObject()) {
      call(part.path("functionCall"), signature);
      return true;
    }
    if (part.path("text").isTextual()) {
      String text = part.path("text").asText();
      if (!text.isEmpty()) {
        boolean thought = part.path("thought").asBoolean();
        pieces.accept(thought ? new Piece.Reasoning(text) : new Piece.Text(text));
      }
    } else if (signature.isEmpty()) {
      return false; // a picture, code that was run: nothing that can be passed on
    }
    if (!signature.isEmpty()) {
      pieces.accept(new Piece.State(ReasoningState.signed(heading.maker(), "", signature)));
    }
    return true;
  }

  /** An id is made up where none is given, the same for nobody else. */
  private void call(JsonNode call, String signature) {
    String given = call.path("id").asText();
    String id =
        given.isEmpty() ? heading.id().replaceFirst("chatcmpl-", "call_") + "_" + calls : given;
    JsonNode arguments = call.path("args").isObject() ? call.path("args") : Json.object();
    if (!signature.isEmpty()) {
      pieces.accept(new Piece.State(ReasoningState.ofCall(heading.maker(), signature, id)));
    }
    String name = call.path("name").asText();
    pieces.accept(new Piece.Call(calls, id, name, Json.write(arguments).toString()));
    calls++;
  }

  /** Calls that are malformed are no end, and nothing to pass on. */
  private boolean reason(String reason) {
    switch (reason) {
      case "" -> {}
      case "MAX_TOKENS" -> finish = Optional.of(FinishReason.LENGTH);
      case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE" ->
          finish = Optional.of(FinishReason.CONTENT_FILTER);
      case "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS" -> {
        return false;
      }
      default ->
          finish =
              Optional.of(
                  reason.startsWith("IMAGE_") ? FinishReason.CONTENT_FILTER : FinishReason.STOP);
    }
    return true;
  }

  /** Says why the model stopped, if it did; calls are reported as a plain stop there. */
  boolean finish() {
    finish
        .map(it -> it == FinishReason.STOP && calls > 0 ? FinishReason.TOOL_CALLS : it)
        .map(Piece.Finish::new)
        .ifPresent(pieces);
    return finish.isPresent();
  }

  Counts counts() {
    return counts;
  }

  /** Thoughts are not among the candidates' tokens there. */
  private static Counts counts(JsonNode usage) {
    long thoughts = usage.path("thoughtsTokenCount").asLong();
    return new Counts(
        usage.path("promptTokenCount").asLong() + usage.path("toolUsePromptTokenCount").asLong(),
        usage.path("cachedContentTokenCount").asLong(),
        0,
        usage.path("candidatesTokenCount").asLong() + thoughts,
        thoughts);
  }
}
