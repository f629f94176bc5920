package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a body and makes a {@link ChatRequest} of it. Used once. */
public final class ChatRequestReader {

  private static final List<String> INTEGERS =
      List.of("max_tokens", "max_completion_tokens", "n", "seed", "top_logprobs");
  private static final List<String> NUMBERS =
      List.of("temperature", "top_p", "presence_penalty", "frequency_penalty");
  private static final List<String> FLAGS =
      List.of("stream", "logprobs", "parallel_tool_calls", "store");
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool", "function");

  /** Other gateways let a caller choose where a request goes with these. */
  private static final List<String> FORBIDDEN =
      List.of(
          "api_base",
          "base_url",
          "custom_host",
          "api_key",
          "extra_headers",
          "user_config",
          "deployment");

  private final ObjectNode body;
  private final Set<String> needs = new HashSet<>(Set.of("chat"));

  private ChatRequestReader(ObjectNode body) {
    this.body = body;
  }

  /** What became of a body. */
  public sealed interface Reading {
    record Read(ChatRequest request) implements Reading {}

    record Faulty(Fault fault) implements Reading {}
  }

  /**
   * What is wrong with a body.
   *
   * @param param the field, as in {@code messages[0].role}; empty for the whole
   */
  public record Fault(Kind kind, String message, String param) {
    /** How it is answered. */
    public enum Kind {
      INVALID,
      FORBIDDEN_PARAMETER,
      INVALID_URL,
      REMOTE_CONTENT,
      /** It refers to what is kept nowhere. */
      NO_STORE
    }
  }

  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Refused(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }

    static Refused invalid(String param, String message) {
      return new Refused(new Fault(Fault.Kind.INVALID, message, param));
    }
  }

  public static Reading read(JsonNode root) {
    if (!(root instanceof ObjectNode body)) {
      return new Reading.Faulty(
          new Fault(Fault.Kind.INVALID, "the body must be a JSON object", ""));
    }
    try {
      return new Reading.Read(new ChatRequestReader(body).request());
    } catch (Refused e) {
      return new Reading.Faulty(e.fault);
    }
  }

  /** A field that would let the caller choose where a request goes, whatever its dialect. */
  public static Optional<Fault> forbidden(JsonNode body) {
    return FORBIDDEN.stream()
        .filter(body::has)
        .findFirst()
        .map(
            name ->
                new Fault(
                    Fault.Kind.FORBIDDEN_PARAMETER,
                    "`" + name + "` is not for callers: routes come from the operator's files",
                    name));
  }

  private ChatRequest request() {
    Optional<Fault> forbidden = forbidden(body);
    if (forbidden.isPresent()) {
      throw new Refused(forbidden.get());
    }
    String model = body.path("model").isTextual() ? body.path("model").asText() : "";
    if (model.isEmpty()) {
      throw Refused.invalid("model", "`model` must be a string: a model, a deployment or `auto`");
    }
    INTEGERS.forEach(name -> check(name, "a whole number", JsonNode::isIntegralNumber));
    NUMBERS.forEach(name -> check(name, "a number", JsonNode::isNumber));
    FLAGS.forEach(name -> check(name, "true or false", JsonNode::isBoolean));
    check("stream_options", "an object", JsonNode::isObject);
    boolean wantsUsage = flag(body.path("stream_options"), "include_usage");
    messages();
    tools();
    if (body.path("response_format").path("type").asText("text").startsWith("json")) {
      needs.add("json");
    }
    return new ChatRequest(
        body, model, body.path("stream").asBoolean(), wantsUsage, needs, metadata());
  }

  private void check(
      String name, String expected, java.util.function.Predicate<JsonNode> predicate) {
    JsonNode value = body.path(name);
    if (!value.isMissingNode() && !value.isNull() && !predicate.test(value)) {
      throw Refused.invalid(name, "`" + name + "` must be " + expected);
    }
  }

  private static boolean flag(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw Refused.invalid("stream_options." + name, "`" + name + "` must be true or false");
    }
    return value.asBoolean();
  }

  private void messages() {
    JsonNode messages = body.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw Refused.invalid("messages", "`messages` must be an array of at least one message");
    }
    for (int i = 0; i < messages.size(); i++) {
      message(messages.path(i), "messages[" + i + "]");
    }
  }

  private void message(JsonNode message, String at) {
    JsonNode role = message.path("role");
    if (!role.isTextual() || !ROLES.contains(role.asText())) {
      throw Refused.invalid(
          at + ".role", "`role` must be one of " + ROLES.stream().sorted().toList());
    }
    JsonNode content = message.path("content");
    boolean absent = content.isMissingNode() || content.isNull();
    if (!absent && !content.isTextual() && !content.isArray()) {
      throw Refused.invalid(at + ".content", "`content` must be a string or an array of parts");
    }
    for (int i = 0; i < content.size(); i++) {
      needs.addAll(ContentPart.needs(content.path(i), at + ".content[" + i + "]"));
    }
  }

  private void tools() {
    check("tools", "an array", JsonNode::isArray);
    JsonNode tools = body.path("tools");
    for (int i = 0; i < tools.size(); i++) {
      if (!tools.path(i).path("type").asText().equals("function")) {
        String message = "tools that run at the provider are not permitted: only `function` is";
        throw new Refused(new Fault(Fault.Kind.REMOTE_CONTENT, message, "tools[" + i + "].type"));
      }
      needs.add("tools");
    }
    if (body.has("web_search_options")) {
      throw new Refused(
          new Fault(
              Fault.Kind.REMOTE_CONTENT,
              "web search at the provider is not permitted",
              "web_search_options"));
    }
  }

  private Map<String, String> metadata() {
    check("metadata", "an object", JsonNode::isObject);
    Map<String, String> metadata = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : body.path("metadata").properties()) {
      if (!entry.getValue().isTextual()) {
        throw Refused.invalid("metadata." + entry.getKey(), "metadata values must be strings");
      }
      metadata.put(entry.getKey(), entry.getValue().asText());
    }
    return metadata;
  }
}
