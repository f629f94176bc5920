package dev.terroir.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what an operator's order says, field by field; what it does not know is refused. */
final class Order {

  private final JsonNode body;

  private Order(JsonNode body) {
    this.body = body;
  }

  /** An order that cannot be understood. */
  static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    Unclear(Reply reply) {
      super("", null, false, false);
      this.reply = reply;
    }

    Unclear(String field, String message) {
      this(new Reply.Invalid(field, message));
    }

    Reply reply() {
      return reply;
    }
  }

  /**
   * @param fields those that it may have
   */
  static Order of(JsonNode body, Set<String> fields) throws Unclear {
    if (!body.isObject()) {
      throw new Unclear("", "the body must be a JSON object");
    }
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      if (!fields.contains(entry.getKey())) {
        throw new Unclear(
            entry.getKey(),
            "there is no field `" + entry.getKey() + "`: there are " + new TreeSet<>(fields));
      }
    }
    return new Order(body);
  }

  Optional<String> text(String field) throws Unclear {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw new Unclear(field, "`" + field + "` must be a text");
    }
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  boolean flag(String field) throws Unclear {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new Unclear(field, "`" + field + "` must be true or false");
    }
    return value.asBoolean(false);
  }

  LocalDate day(String field, LocalDate otherwise) throws Unclear {
    Optional<String> text = text(field);
    try {
      return text.map(LocalDate::parse).orElse(otherwise);
    } catch (DateTimeException e) {
      throw new Unclear(field, "`" + text.orElse("") + "` is no day: write 2026-12-31");
    }
  }

  List<String> texts(String field) throws Unclear {
    JsonNode value = body.path(field);
    List<String> texts = new ArrayList<>();
    if (!value.isMissingNode() && !value.isArray()) {
      throw new Unclear(field, "`" + field + "` must be a list of texts");
    }
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        throw new Unclear(field, "`" + field + "` must be a list of texts");
      }
      texts.add(item.asText());
    }
    return texts;
  }

  Map<String, String> map(String field) throws Unclear {
    JsonNode value = body.path(field);
    Map<String, String> map = new HashMap<>();
    if (!value.isMissingNode() && !value.isObject()) {
      throw new Unclear(field, "`" + field + "` must be an object of texts");
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!entry.getValue().isTextual()) {
        throw new Unclear(field, "`" + entry.getKey() + "` in `" + field + "` must be a text");
      }
      map.put(entry.getKey(), entry.getValue().asText());
    }
    return map;
  }
}
