package dev.terroir.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.vocabulary.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks files against the JSON Schemas in the jar, the same that editors use. Thread-safe. */
public final class Schemas {

  private static final String BASE = "https://terroir.dev/schema/";
  private static final List<String> NAMES =
      List.of(
          "country",
          "bloc",
          "models",
          "host",
          "evidence",
          "tenant",
          "gateway",
          "scenarios",
          "vocabulary");

  private final Map<String, List<String>> vocabularies;
  private final Map<String, JsonNode> trees = new HashMap<>();
  private final SchemaRegistry registry;

  /**
   * @param vocabularies the words that stand for {@code @name} in the schemas
   */
  public Schemas(Map<String, List<String>> vocabularies) {
    this.vocabularies = vocabularies;
    Map<String, String> texts = new HashMap<>();
    for (String name : NAMES) {
      JsonNode tree = tree(name);
      texts.put(BASE + name + ".schema.json", tree.toString());
      trees.put(BASE + name + ".schema.json", tree);
    }
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
  }

  private JsonNode tree(String name) {
    try {
      return expand(new ObjectMapper().readTree(template(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the words of a vocabulary where its name stands in an {@code enum}. */
  private JsonNode expand(JsonNode node) {
    String first = node.path("enum").path(0).asText();
    if (first.startsWith("@") && node instanceof ObjectNode object) {
      ArrayNode words = object.putArray("enum");
      vocabularies.getOrDefault(first.substring(1), List.of()).forEach(words::add);
    }
    node.forEach(this::expand);
    return node;
  }

  /** The schemas by the names of their files, as editors read them. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    for (String name : NAMES) {
      JsonNode tree = trees.getOrDefault(BASE + name + ".schema.json", MissingNode.getInstance());
      files.put(name + ".schema.json", tree.toPrettyString() + "\n");
    }
    return files;
  }

  private static String template(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema `" + name + "` is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Every fault of {@code file} as a {@code kind} of file.
   *
   * @param kind {@code country}, {@code bloc}, ...
   */
  public List<Fault> check(YamlFile file, String kind) {
    Schema schema = registry.getSchema(SchemaLocation.of(BASE + kind + ".schema.json"));
    List<Error> errors = schema.validate(file.root());
    List<Fault> faults = new ArrayList<>();
    for (Error error : errors) {
      if (!isEcho(error, errors)) {
        faults.add(fault(file, error));
      }
    }
    return faults;
  }

  /** Where a value may be one thing or a list of it, both forms report; the deeper one is meant. */
  private static boolean isEcho(Error error, List<Error> all) {
    String at = error.getInstanceLocation().toString();
    boolean isSummary = List.of("anyOf", "oneOf", "type").contains(error.getKeyword());
    return isSummary
        && all.stream()
            .filter(other -> !List.of("anyOf", "oneOf", "type").contains(other.getKeyword()))
            .anyMatch(other -> other.getInstanceLocation().toString().startsWith(at));
  }

  private Fault fault(YamlFile file, Error error) {
    String at = error.getInstanceLocation().toString();
    String name = at.substring(at.lastIndexOf('/') + 1);
    JsonNode schema = error.getSchemaNode();
    JsonNode value = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" -> unknownKey(file, at, error);
      case "required" -> file.faultAt(at, "`" + error.getProperty() + "` is missing");
      case "enum" -> file.faultAt(at, unknownWord(value, schema));
      case "pattern" ->
          file.faultAt(
              at,
              "`"
                  + value.asText()
                  + "` does not have the form of `"
                  + name
                  + "`: "
                  + schema.asText());
      case "type" -> file.faultAt(at, "`" + name + "` must be " + article(schema));
      case "anyOf", "oneOf" -> file.faultAt(at, "`" + name + "` has none of the forms it may have");
      case "const" -> file.faultAt(at, "`" + name + "` must be `" + schema.asText() + "`");
      default -> file.faultAt(at, "`" + name + "`: " + error.getMessage());
    };
  }

  private Fault unknownKey(YamlFile file, String at, Error error) {
    String key = error.getProperty();
    List<String> known = new ArrayList<>();
    owner(error).path("properties").fieldNames().forEachRemaining(known::add);
    return file.faultAtKey(
        at + "/" + key, "unknown key `" + key + "`" + Suggestion.phrase(key, known));
  }

  /** The part of the schema that has the keyword which complains. */
  private JsonNode owner(Error error) {
    JsonNode schema =
        trees.getOrDefault(
            String.valueOf(error.getSchemaLocation().getAbsoluteIri()), MissingNode.getInstance());
    String keyword = String.valueOf(error.getSchemaLocation().getFragment());
    return schema.at(keyword.substring(0, Math.max(0, keyword.lastIndexOf('/'))));
  }

  private static String unknownWord(JsonNode value, JsonNode words) {
    List<String> known = new ArrayList<>();
    words.forEach(word -> known.add(word.asText()));
    String written = value.isValueNode() ? value.asText() : value.toString();
    String suggestion = Suggestion.phrase(written, known);
    return "unknown word `"
        + written
        + "`"
        + (suggestion.isEmpty() ? ": one of " + String.join(", ", known) : suggestion);
  }

  private static String article(JsonNode type) {
    return switch (type.asText()) {
      case "string" -> "a text";
      case "object" -> "a map";
      case "array" -> "a list";
      case "integer", "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type.toString();
    };
  }
}
