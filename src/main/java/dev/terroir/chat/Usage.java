package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;

/** The tokens that a provider says it has read and written. */
public record Usage(long input, long output) {

  public static final Usage UNKNOWN = new Usage(0, 0);

  /** From the {@code usage} of an answer in OpenAI's shape; unknown where that is missing. */
  public static Usage of(JsonNode usage) {
    return usage.isObject()
        ? new Usage(
            Math.max(0, usage.path("prompt_tokens").asLong(0)),
            Math.max(0, usage.path("completion_tokens").asLong(0)))
        : UNKNOWN;
  }
}
