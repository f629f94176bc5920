package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request for chat in OpenAI's shape: the fields that the gateway acts on, and the whole body,
 * whose other fields are carried and not understood. The body is not to be written to.
 *
 * @param needs the names of what a model must be able to do, as in {@code tools}
 * @param metadata the string entries of the body's {@code metadata}
 */
public record ChatRequest(
    ObjectNode body,
    String model,
    boolean stream,
    boolean wantsUsage,
    Set<String> needs,
    Map<String, String> metadata) {

  private static final String OWN_METADATA = "terroir_";
  private static final String EMBEDDINGS = "embeddings";

  public ChatRequest {
    needs = Set.copyOf(needs);
    metadata = Map.copyOf(metadata);
  }

  /** A request for vectors. */
  public static ChatRequest embeddings(
      ObjectNode body, String model, Map<String, String> metadata) {
    return new ChatRequest(body, model, false, false, Set.of(EMBEDDINGS), metadata);
  }

  public Operation operation() {
    return needs.contains(EMBEDDINGS) ? Operation.EMBEDDINGS : Operation.CHAT;
  }

  /** The texts that vectors are asked for. */
  public List<String> inputs() {
    return Prompt.everyText(body.path("input"));
  }

  /** The parts of the prompt that a person wrote, the last first. */
  public List<String> userTexts() {
    return Prompt.userTexts(body);
  }

  /** Every string in the body: what a deployment could read. */
  public List<String> everyText() {
    return Prompt.everyText(body);
  }

  /** The same request with every text of it rewritten. */
  public ChatRequest rewritten(TextRewriting rewriting) {
    ObjectNode written = new BodyRewriter(rewriting).rewrite(body);
    return new ChatRequest(written, model, stream, wantsUsage, needs, metadata);
  }

  /** The same request with a line more for the model, behind what it is told as the system. */
  public ChatRequest instructed(String line) {
    if (operation() == Operation.EMBEDDINGS) {
      return this; // nobody reads it: a text more would be a vector more
    }
    ObjectNode written = Json.object();
    written.setAll(body);
    written.set("messages", Prompt.instructed(body.path("messages"), line));
    return new ChatRequest(written, model, stream, wantsUsage, needs, metadata);
  }

  /**
   * The body for a deployment, written anew. Usage is always asked for, since the record needs it.
   *
   * @param servedAs the name of the model there
   */
  public Buffer forDeployment(String servedAs) {
    ObjectNode outward = Json.object();
    outward.setAll(body);
    outward.put("model", servedAs);
    if (stream) {
      ObjectNode options = Json.object();
      if (body.get("stream_options") instanceof ObjectNode given) {
        options.setAll(given);
      }
      outward.set("stream_options", options.put("include_usage", true));
    }
    if (body.get("metadata") instanceof ObjectNode given) {
      JsonNode rest = withoutOwn(given);
      if (rest.isEmpty()) {
        outward.remove("metadata");
      } else {
        outward.set("metadata", rest);
      }
    }
    return Json.write(outward);
  }

  private static JsonNode withoutOwn(ObjectNode metadata) {
    ObjectNode rest = Json.object();
    metadata
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().startsWith(OWN_METADATA)) {
                rest.set(entry.getKey(), entry.getValue());
              }
            });
    return rest;
  }
}
