package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.terroir.chat.TextRewriting.Field;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rewrites every text of a request's body, whether we understand its field or not: what is written
 * by the protocol itself (roles, types, ids, names of functions) is left alone. Tools come first,
 * then the messages in their order, then the rest: in a conversation that only grows, what has been
 * said once is met in the same order again.
 */
final class BodyRewriter {

  /** Whose values are the protocol's, where they stand beside a role or a type. */
  private static final Set<String> PROTOCOL =
      Set.of("role", "type", "id", "tool_call_id", "call_id", "detail", "format");

  /** Whose values are the protocol's at the top of the body. */
  private static final Set<String> SETTINGS =
      Set.of(
          "model",
          "tool_choice",
          "service_tier",
          "reasoning_effort",
          "verbosity",
          "modalities",
          "stream_options",
          "prompt_cache_retention");

  private static final int DEEPEST = 100;

  /** Too long, in its alphabet, for anything that a person is known by. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/_-]{48,}={0,2}");

  private final TextRewriting rewriting;

  BodyRewriter(TextRewriting rewriting) {
    this.rewriting = rewriting;
  }

  ObjectNode rewrite(ObjectNode body) {
    ObjectNode written = Json.object();
    Map<String, JsonNode> first = new HashMap<>();
    for (String name : new String[] {"tools", "functions", "messages"}) {
      if (body.has(name)) {
        first.put(name, parts(body.path(name), name.equals("messages")));
      }
    }
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      String name = entry.getKey();
      if (first.containsKey(name)) {
        written.set(name, first.get(name));
      } else if (SETTINGS.contains(name) || entry.getValue().isNumber()) {
        written.set(name, entry.getValue());
      } else if (name.equals("response_format")) {
        written.set(name, protocol(entry.getValue(), 0));
      } else {
        written.set(rewriting.text(name), free(top(name), entry.getValue(), 0));
      }
    }
    return written;
  }

  private JsonNode parts(JsonNode array, boolean messages) {
    if (!array.isArray()) {
      return free(Field.NONE, array, 0);
    }
    ArrayNode written = Json.NODES.arrayNode(array.size());
    array.forEach(part -> written.add(messages ? message(part) : protocol(part, 0)));
    return written;
  }

  /** A message; the name in one of a person is that person's, in one of a tool the tool's. */
  private JsonNode message(JsonNode message) {
    ObjectNode written = Json.object();
    String role = message.path("role").asText();
    boolean ofTool = role.equals("tool") || role.equals("function");
    for (Map.Entry<String, JsonNode> entry : message.properties()) {
      String name = entry.getKey();
      JsonNode value = entry.getValue();
      if (name.equals("name") && value.isTextual()) {
        String given = value.asText();
        written.put(name, ofTool ? given : rewriting.participant(given));
      } else {
        written.set(name, field(name, value, 0));
      }
    }
    return written;
  }

  /** Something of the protocol: a part of a message, a tool, a call of one. */
  private JsonNode protocol(JsonNode node, int depth) {
    if (!node.isObject()) {
      return free(Field.NONE, node, depth);
    }
    ObjectNode written = Json.object();
    node.properties()
        .forEach(
            entry -> written.set(entry.getKey(), field(entry.getKey(), entry.getValue(), depth)));
    return written;
  }

  private JsonNode field(String name, JsonNode value, int depth) {
    if (PROTOCOL.contains(name) && value.isTextual()) {
      return value;
    }
    return switch (name) {
      case "function", "custom", "function_call", "json_schema" -> named(value, depth);
      case "content", "tool_calls", "reasoning_state" ->
          value.isArray() ? each(value, depth) : free(Field.NONE, value, depth);
      case "image_url", "input_audio" -> value;
      case "maker", "signature", "redacted" ->
          isOpaque(value) ? value : free(top(name), value, depth);
      default -> free(top(name), value, depth);
    };
  }

  /** What only its maker can read, and what must come back to it as it was. */
  private static boolean isOpaque(JsonNode value) {
    return value.isTextual() && OPAQUE.matcher(value.asText()).matches();
  }

  /** What has a name that the protocol needs as it is: the name of a function. */
  private JsonNode named(JsonNode node, int depth) {
    if (!node.isObject()) {
      return free(Field.NONE, node, depth);
    }
    ObjectNode written = Json.object();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean isName = entry.getKey().equals("name");
      JsonNode value = entry.getValue();
      written.set(entry.getKey(), isName ? value : free(top(entry.getKey()), value, depth + 1));
    }
    return written;
  }

  private JsonNode each(JsonNode array, int depth) {
    ArrayNode written = Json.NODES.arrayNode(array.size());
    array.forEach(part -> written.add(protocol(part, depth + 1)));
    return written;
  }

  /** A field whose object is the protocol's: what stands beside it says nothing about it. */
  private static Field top(String name) {
    return new Field(name, "", Set.of());
  }

  /** Anything else, keys and numbers included. */
  private JsonNode free(Field field, JsonNode node, int depth) {
    return switch (node) {
      case ObjectNode object -> object(field, object, depth);
      case ArrayNode array -> array(field, array, depth);
      case TextNode text -> Json.NODES.textNode(string(field, text.asText(), depth));
      case NumericNode number -> number(field, number);
      default -> node;
    };
  }

  private JsonNode object(Field field, ObjectNode object, int depth) {
    Set<String> keys = new HashSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    ObjectNode written = Json.object();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Field inner = field.inside(entry.getKey(), keys);
      written.set(rewriting.text(entry.getKey()), free(inner, entry.getValue(), depth + 1));
    }
    return written;
  }

  private JsonNode array(Field field, ArrayNode array, int depth) {
    ArrayNode written = Json.NODES.arrayNode(array.size());
    array.forEach(item -> written.add(free(field, item, depth + 1)));
    return written;
  }

  /** A number in which something was found becomes a string, so that a placeholder can stand. */
  private JsonNode number(Field field, NumericNode number) {
    String written = rewriting.value(field, number.asText());
    return written.equals(number.asText()) ? number : Json.NODES.textNode(written);
  }

  /**
   * A text that is itself a JSON document, as arguments and results of tools are, is rewritten
   * value by value: an escape in it could hide what is looked for. One in which nothing changes
   * stays as it was written.
   */
  private String string(Field field, String text, int depth) {
    if (depth < DEEPEST && looksLikeJson(text)) {
      Buffer bytes = Buffer.buffer(text);
      if (StrictJson.read(bytes) instanceof StrictJson.Reading.Document(var root)) {
        JsonNode written = free(field, root, depth + 1);
        return written.equals(root) ? text : Json.write(written).toString();
      }
    }
    return rewriting.value(field, text);
  }

  private static boolean looksLikeJson(String text) {
    String stripped = text.strip();
    return (stripped.startsWith("{") && stripped.endsWith("}"))
        || (stripped.startsWith("[") && stripped.endsWith("]"));
  }
}
