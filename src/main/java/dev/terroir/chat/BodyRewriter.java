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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Rewrites every text of a request's body, whether we understand its field or not; what the
 * protocol itself reads (roles, types, ids, names of functions) is told from what people write.
 * Tools come first, then the messages in their order, then the rest: in a conversation that only
 * grows, what has been said once is met in the same order again. What does not change is not
 * copied.
 */
@SuppressWarnings("ReferenceEquality") // what is not changed stays the same object
final class BodyRewriter {

  private static final int DEEPEST = 100;

  private final TextRewriting rewriting;

  BodyRewriter(TextRewriting rewriting) {
    this.rewriting = rewriting;
  }

  ObjectNode rewrite(ObjectNode body) {
    Map<String, JsonNode> first = new HashMap<>();
    for (String name : List.of("tools", "functions", "messages")) {
      if (body.has(name)) {
        first.put(name, parts(body.path(name), name.equals("messages")));
      }
    }
    return protocol(
        body, (name, value) -> first.containsKey(name) ? first.get(name) : top(name, value));
  }

  private JsonNode top(String name, JsonNode value) {
    if (ProtocolFields.SETTINGS.contains(name)) {
      return tokens(value, 0);
    }
    if (ProtocolFields.ACCOUNTS.contains(name) && value.isValueNode() && !value.isNull()) {
      return rewriting
          .account(value.asText())
          .map(id -> text(value, id))
          .orElseGet(Json.NODES::missingNode);
    }
    if (value.isNumber() && ProtocolFields.NUMBERS.contains(name)) {
      return value;
    }
    return name.equals("response_format") ? protocol(value, 0) : free(announcing(name), value, 0);
  }

  private JsonNode parts(JsonNode array, boolean messages) {
    return array instanceof ArrayNode all
        ? each(all, part -> messages ? message(part) : named(part, 0))
        : free(Field.NONE, array, 0);
  }

  /** A message; the name in one of a person is that person's, in one of a tool the tool's. */
  private JsonNode message(JsonNode message) {
    if (!(message instanceof ObjectNode object)) {
      return free(Field.NONE, message, 0);
    }
    String role = message.path("role").asText();
    boolean ofTool = role.equals("tool") || role.equals("function");
    return protocol(
        object,
        (name, value) -> {
          if (!name.equals("name") || !value.isTextual()) {
            return field(name, value, 0);
          }
          return ofTool ? tokens(value, 0) : text(value, rewriting.participant(value.asText()));
        });
  }

  /** Something of the protocol: a part of a message, a call of a tool. */
  private JsonNode protocol(JsonNode node, int depth) {
    return node instanceof ObjectNode object
        ? protocol(object, (name, value) -> field(name, value, depth))
        : free(Field.NONE, node, depth);
  }

  /** A part of the content; of a picture or of speech nothing can be read here. */
  private JsonNode part(JsonNode node, int depth) {
    String type = node.path("type").asText();
    boolean isOpaque = type.equals("image_url") || type.equals("input_audio");
    return isOpaque && node instanceof ObjectNode object
        ? protocol(object, (name, value) -> name.equals(type) ? value : field(name, value, depth))
        : protocol(node, depth);
  }

  /** What has a name that the protocol reads: a tool, a function, a schema. */
  private JsonNode named(JsonNode node, int depth) {
    return node instanceof ObjectNode object
        ? protocol(
            object,
            (name, value) ->
                name.equals("name")
                    ? tokens(value, depth + 1)
                    : ProtocolFields.SCHEMAS.contains(name)
                        ? schema(name, value, depth + 1)
                        : field(name, value, depth + 1))
        : free(Field.NONE, node, depth);
  }

  private JsonNode field(String name, JsonNode value, int depth) {
    if (value.isTextual() && ProtocolFields.TOKENS.contains(name)) {
      return tokens(value, depth);
    }
    return switch (name) {
      case "function", "custom", "function_call", "json_schema" -> named(value, depth);
      case "content", "tool_calls", "reasoning_state" ->
          value instanceof ArrayNode array
              ? each(array, part -> part(part, depth + 1))
              : free(Field.NONE, value, depth);
      case "maker", "signature", "redacted" ->
          ProtocolFields.isOpaque(value) ? value : free(announcing(name), value, depth);
      default -> free(announcing(name), value, depth);
    };
  }

  /** A field whose object is the protocol's: what stands beside it says nothing about it. */
  private static Field announcing(String name) {
    return ProtocolFields.PROSE.contains(name) ? Field.NONE : new Field(name, "", Set.of(), "");
  }

  /** A schema of JSON, whose keys and words a machine reads, and whose prose a model. */
  private JsonNode schema(String name, JsonNode node, int depth) {
    return switch (node) {
      case ObjectNode object -> protocol(object, (key, value) -> schema(key, value, depth + 1));
      case ArrayNode array -> each(array, item -> schema(name, item, depth + 1));
      case TextNode text ->
          ProtocolFields.SCHEMA_PROSE.contains(name)
              ? free(Field.NONE, text, depth)
              : text(text, rewriting.token(text.asText()));
      case NumericNode number ->
          ProtocolFields.SCHEMA_BOUNDS.contains(name) ? number : number(Field.NONE, number);
      default -> node;
    };
  }

  /** Anything that machines read, keys and numbers included. */
  private JsonNode tokens(JsonNode node, int depth) {
    return switch (node) {
      case ObjectNode object -> protocol(object, (name, value) -> tokens(value, depth + 1));
      case ArrayNode array -> each(array, item -> tokens(item, depth + 1));
      case TextNode text -> text(text, rewriting.token(text.asText()));
      case NumericNode number -> number(Field.NONE, number);
      default -> node;
    };
  }

  /** Anything else, keys and numbers included. */
  private JsonNode free(Field field, JsonNode node, int depth) {
    return switch (node) {
      case ObjectNode object -> object(field, object, depth);
      case ArrayNode array -> items(field, array, depth);
      case TextNode text -> text(text, string(field, text.asText(), depth));
      case NumericNode number -> number(field, number);
      default -> node;
    };
  }

  private JsonNode object(Field field, ObjectNode object, int depth) {
    Set<String> all = new HashSet<>();
    object.fieldNames().forEachRemaining(all::add);
    Set<String> keys = Set.copyOf(all);
    String label =
        ProtocolFields.LABELS.stream()
            .map(object::path)
            .map(ProtocolFields::label)
            .collect(Collectors.joining(" "));
    return fields(
        object,
        rewriting::text,
        (name, value) -> free(field.inside(name, keys, label.strip()), value, depth + 1));
  }

  /** What stands before an item may call it. */
  private JsonNode items(Field field, ArrayNode array, int depth) {
    String[] before = {field.label()};
    return each(
        array,
        item -> {
          JsonNode written = free(field.behind(before[0]), item, depth + 1);
          String label = ProtocolFields.label(item);
          before[0] = label.isEmpty() ? field.label() : label;
          return written;
        });
  }

  /** A number in which something was found becomes a string, so that a placeholder can stand. */
  private JsonNode number(Field field, NumericNode number) {
    return text(number, rewriting.value(field, number.asText()));
  }

  private static JsonNode text(JsonNode before, String written) {
    return written.equals(before.asText()) ? before : Json.NODES.textNode(written);
  }

  private ObjectNode protocol(ObjectNode object, BiFunction<String, JsonNode, JsonNode> values) {
    return fields(
        object, key -> ProtocolFields.KNOWN.contains(key) ? key : rewriting.token(key), values);
  }

  /** With what becomes of its keys and values; one that is missing then is left out. */
  private static ObjectNode fields(
      ObjectNode object,
      UnaryOperator<String> keys,
      BiFunction<String, JsonNode, JsonNode> values) {
    ObjectNode written = object;
    Map<String, Integer> numbers = new HashMap<>(0);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String key = keys.apply(entry.getKey());
      JsonNode value = values.apply(entry.getKey(), entry.getValue());
      if (written == object && (value != entry.getValue() || !key.equals(entry.getKey()))) {
        written = before(object, entry.getKey());
      }
      if (written != object && !value.isMissingNode()) {
        written.set(unused(written, key, numbers), value);
      }
    }
    return written;
  }

  private static ObjectNode before(ObjectNode object, String key) {
    ObjectNode before = Json.object();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getKey().equals(key)) {
        break;
      }
      before.set(entry.getKey(), entry.getValue());
    }
    return before;
  }

  /** Two keys may have become one. */
  private static String unused(ObjectNode object, String key, Map<String, Integer> numbers) {
    String unused = key;
    while (object.has(unused)) {
      unused = key + " " + (numbers.merge(key, 1, Integer::sum) + 1);
    }
    return unused;
  }

  private static ArrayNode each(ArrayNode array, UnaryOperator<JsonNode> items) {
    ArrayNode written = Json.NODES.arrayNode(array.size());
    boolean changed = false;
    for (JsonNode item : array) {
      JsonNode one = items.apply(item);
      changed |= one != item;
      written.add(one);
    }
    return changed ? written : array;
  }

  /**
   * A text that is itself a JSON document, or one in each line, as arguments and results of tools
   * are, is rewritten value by value: an escape in it could hide what is looked for, and a key tell
   * what it is. One in which nothing changes stays as it was written.
   */
  private String string(Field field, String text, int depth) {
    if (depth >= DEEPEST || !looksLikeJson(text)) {
      return rewriting.value(field, text);
    }
    if (StrictJson.read(Buffer.buffer(text)) instanceof StrictJson.Reading.Document(var root)) {
      rewriting.document(text);
      JsonNode written = free(field, root, depth + 1);
      return written == root ? text : Json.write(written).toString();
    }
    List<String> lines = List.of(text.split("\n", -1));
    boolean areDocuments = lines.stream().allMatch(it -> it.isBlank() || looksLikeJson(it));
    if (lines.size() < 2 || !areDocuments) {
      return rewriting.value(field, text);
    }
    return lines.stream()
        .map(line -> string(field, line, depth + 1))
        .collect(Collectors.joining("\n"));
  }

  private static boolean looksLikeJson(String text) {
    String stripped = text.strip();
    return (stripped.startsWith("{") && stripped.endsWith("}"))
        || (stripped.startsWith("[") && stripped.endsWith("]"));
  }
}
