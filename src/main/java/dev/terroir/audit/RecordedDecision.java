package dev.terroir.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.chat.StrictJson;
import dev.terroir.chat.StrictJson.Reading;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A decision as the log keeps it, whatever became of it.
 *
 * @param tenant who asked
 * @param facts what the decision was made from, as {@code name=value}
 */
public record RecordedDecision(String tenant, List<String> facts) {

  private static final Set<String> KINDS = Set.of("intent", "refused");

  public RecordedDecision {
    facts = List.copyOf(facts);
  }

  /**
   * The decisions in the log in {@code directory}, the oldest first; refusals before the facts were
   * known are left out. The chain of digests is not followed: see {@link Verification}.
   */
  public static List<RecordedDecision> in(Path directory) throws IOException {
    List<RecordedDecision> decisions = new ArrayList<>();
    for (Path file : Segments.in(directory)) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        lines.lines().forEach(line -> read(line, decisions));
      }
    }
    return decisions;
  }

  private static void read(String line, List<RecordedDecision> decisions) {
    int json = line.indexOf('{');
    if (json < 0
        || !(StrictJson.read(Buffer.buffer(line.substring(json)))
            instanceof Reading.Document(var entry))) {
      return;
    }
    List<String> facts = new ArrayList<>();
    entry.path("facts").forEach(fact -> facts.add(fact.asText()));
    if (KINDS.contains(entry.path("kind").asText()) && !facts.isEmpty()) {
      decisions.add(new RecordedDecision(tenant(entry), facts));
    }
  }

  /** A refusal names the key, which begins with the tenant. */
  private static String tenant(JsonNode entry) {
    return entry.has("tenant")
        ? entry.path("tenant").asText()
        : entry.path("who").asText().split("/", 2)[0];
  }
}
