package dev.terroir.protection;

import dev.terroir.chat.ChatRequest;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import java.util.Map;

/**
 * A request as one deployment gets to read it.
 *
 * @param counts how many values of each kind were replaced
 * @param pseudonyms what is put back in its answer; empty where nothing is
 */
public record Version(ChatRequest request, Map<String, Integer> counts, Pseudonyms pseudonyms) {

  public Version {
    counts = Map.copyOf(counts);
  }

  static Version clear(ChatRequest request) {
    return new Version(request, Map.of(), new Pseudonyms());
  }
}
