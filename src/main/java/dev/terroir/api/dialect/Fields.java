package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An object of a body, read strictly: a field of the wrong type and one that nobody knows are
 * refused under the name by which the caller knows them. {@code null} is the same as nothing.
 *
 * @param at where it stands, as in {@code messages[0]}; empty for the body itself
 */
public record Fields(ObjectNode node, String at) {

  /**
   * @throws Refused when {@code node} is no object
   */
  public static Fields of(JsonNode node, String at) {
    if (node instanceof ObjectNode object) {
      return new Fields(object, at);
    }
    throw Refused.invalid(at, (at.isEmpty() ? "the body" : "`" + at + "`") + " must be an object");
  }

  /** Refuses what is not one of {@code known}. */
  public Fields only(Set<String> known) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw Refused.invalid(path(entry.getKey()), "this field is not supported here");
      }
    }
    return this;
  }

  public String path(String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  public JsonNode any(String name) {
    return node.hasNonNull(name) ? node.path(name) : Json.object().path("");
  }

  public Optional<String> text(String name) {
    return checked(name, "a string", JsonNode::isTextual).map(JsonNode::asText);
  }

  public String needText(String name) {
    return text(name).orElseThrow(() -> missing(name, "a string"));
  }

  public boolean flag(String name) {
    return checked(name, "true or false", JsonNode::isBoolean)
        .map(JsonNode::asBoolean)
        .orElse(false);
  }

  public Optional<JsonNode> integer(String name) {
    return checked(name, "a whole number", JsonNode::isIntegralNumber);
  }

  public Optional<JsonNode> number(String name) {
    return checked(name, "a number", JsonNode::isNumber);
  }

  public Optional<Fields> object(String name) {
    return checked(name, "an object", JsonNode::isObject).map(it -> of(it, path(name)));
  }

  /** The objects of an array; none where it is missing. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    JsonNode array =
        checked(name, "an array", JsonNode::isArray).orElseGet(() -> Json.object().path(""));
    for (int i = 0; i < array.size(); i++) {
      objects.add(of(array.path(i), path(name) + "[" + i + "]"));
    }
    return objects;
  }

  /** Copies a field as it is, if it is there. */
  public void copy(String name, ObjectNode target, String as) {
    if (has(name)) {
      target.set(as, node.path(name));
    }
  }

  public Optional<JsonNode> checked(String name, String expected, Predicate<JsonNode> predicate) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = node.path(name);
    if (!predicate.test(value)) {
      throw Refused.invalid(path(name), "`" + name + "` must be " + expected);
    }
    return Optional.of(value);
  }

  public Refused missing(String name, String expected) {
    return Refused.invalid(path(name), "`" + name + "` is missing: it must be " + expected);
  }

  public Refused invalid(String name, String message) {
    return Refused.invalid(path(name), message);
  }
}
