package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.chat.Usage;

/**
 * The tokens that a host says it has read and written.
 *
 * @param input all that was read, from and into its cache included
 * @param output all that was written, reasoning included
 */
public record Counts(long input, long cacheRead, long cacheWritten, long output, long reasoning) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  public Usage usage() {
    return new Usage(input, output);
  }

  ObjectNode node() {
    ObjectNode node =
        Json.object()
            .put("prompt_tokens", input)
            .put("completion_tokens", output)
            .put("total_tokens", input + output);
    node.putObject("prompt_tokens_details")
        .put("cached_tokens", cacheRead)
        .put("cache_write_tokens", cacheWritten);
    node.putObject("completion_tokens_details").put("reasoning_tokens", reasoning);
    return node;
  }
}
