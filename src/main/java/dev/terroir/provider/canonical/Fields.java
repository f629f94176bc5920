package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What of a request a dialect has no words for. What would change the answer is refused by its
 * name; dropped is only what cannot:
 *
 * <table>
 *   <caption>Dropped everywhere but on OpenAI's own dialect</caption>
 *   <tr><td>{@code user}, {@code safety_identifier}, {@code metadata}, {@code store}</td>
 *       <td>they identify or keep, and a host that is not told does neither</td></tr>
 *   <tr><td>{@code service_tier}, {@code prompt_cache_key}, {@code prompt_cache_retention},
 *       {@code prompt_cache_options}, {@code prediction}, {@code stream_options}</td>
 *       <td>price, speed and framing, not content</td></tr>
 *   <tr><td>{@code anthropic}</td>
 *       <td>says again, for Anthropic's own deployments, what other fields say</td></tr>
 *   <tr><td>a field that says what goes without saying, as {@code n: 1}, {@code logprobs: false},
 *       a penalty of 0, an empty {@code logit_bias}, {@code verbosity: medium}</td>
 *       <td>the answer is the same</td></tr>
 * </table>
 */
public final class Fields {

  private static final Set<String> EVERYWHERE =
      Set.of(
          "model",
          "messages",
          "stream",
          "max_tokens",
          "max_completion_tokens",
          "temperature",
          "top_p",
          "stop",
          "tools",
          "tool_choice",
          "reasoning_effort",
          "response_format");

  private static final Set<String> HARMLESS =
      Set.of(
          "user",
          "safety_identifier",
          "metadata",
          "store",
          "service_tier",
          "prompt_cache_key",
          "prompt_cache_retention",
          "prompt_cache_options",
          "prediction",
          "stream_options",
          "anthropic");

  /** What goes without saying. */
  private static final Map<String, List<String>> USUAL =
      Map.ofEntries(
          Map.entry("n", List.of("1")),
          Map.entry("logprobs", List.of("false")),
          Map.entry("top_logprobs", List.of("0")),
          Map.entry("presence_penalty", List.of("0", "0.0")),
          Map.entry("frequency_penalty", List.of("0", "0.0")),
          Map.entry("logit_bias", List.of("{}")),
          Map.entry("verbosity", List.of("\"medium\"")),
          Map.entry("modalities", List.of("[\"text\"]")),
          Map.entry("parallel_tool_calls", List.of("true")),
          Map.entry("functions", List.of("[]")));

  private Fields() {}

  /**
   * Refuses what is neither spoken nor harmless.
   *
   * @param own the fields that the dialect has words for, beside those that every one has
   */
  public static void check(ObjectNode body, Set<String> own) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String name = field.getKey();
      boolean known = EVERYWHERE.contains(name) || own.contains(name);
      if (!known && !HARMLESS.contains(name) && !isUsual(name, field.getValue())) {
        throw new Inexpressible(
            name, "`" + name + "` cannot be expressed to the deployments that may be asked");
      }
    }
  }

  private static boolean isUsual(String name, JsonNode value) {
    return value.isNull() || USUAL.getOrDefault(name, List.of()).contains(value.toString());
  }

  /** The value of {@code name}, unless it is missing or null. */
  public static Optional<JsonNode> given(JsonNode object, String name) {
    return Optional.of(object.path(name)).filter(it -> !it.isMissingNode() && !it.isNull());
  }

  /** The most tokens that may be written, by its newer name or its older one. */
  public static Optional<JsonNode> mostTokens(JsonNode body) {
    return given(body, "max_completion_tokens").or(() -> given(body, "max_tokens"));
  }

  /** Where to stop: one text or a list of them. */
  public static List<String> stops(JsonNode body) {
    JsonNode stop = body.path("stop");
    return stop.isTextual()
        ? List.of(stop.asText())
        : StreamSupport.stream(stop.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** A number kept within a dialect's narrower bounds, as it was written where it is in them. */
  public static JsonNode clamped(JsonNode number, double least, double most) {
    double value = number.asDouble();
    if (value >= least && value <= most) {
      return number;
    }
    return Json.object().numberNode(value < least ? least : most);
  }

  /** The object that {@code text} is; nothing when it is none. An empty text is an empty object. */
  public static Optional<ObjectNode> object(String text) {
    if (text.isBlank()) {
      return Optional.of(Json.object());
    }
    return StrictJson.read(Buffer.buffer(text))
            instanceof StrictJson.Reading.Document(ObjectNode root)
        ? Optional.of(root)
        : Optional.empty();
  }
}
