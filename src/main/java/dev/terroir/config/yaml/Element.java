package dev.terroir.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a file that its schema has accepted, read by key, and able to say where it stands. */
public final class Element {

  private final YamlFile file;
  private final String pointer;
  private final JsonNode node;

  private Element(YamlFile file, String pointer, JsonNode node) {
    this.file = file;
    this.pointer = pointer;
    this.node = node;
  }

  public static Element root(YamlFile file) {
    return new Element(file, "", file.root());
  }

  /** The name of the file. */
  public String name() {
    return file.name();
  }

  public Element get(String key) {
    String escaped = key.replace("~", "~0").replace("/", "~1");
    return new Element(file, pointer + "/" + escaped, node.path(key));
  }

  public boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  public boolean isMap() {
    return node.isObject();
  }

  public boolean isList() {
    return node.isArray();
  }

  /** The text of this, or empty. */
  public String text() {
    return node.asText("");
  }

  public String text(String key) {
    return get(key).text();
  }

  public <T> Optional<T> optional(String key, Function<String, T> read) {
    return get(key).isPresent() ? Optional.of(read.apply(text(key))) : Optional.empty();
  }

  public boolean flag(String key) {
    return node.path(key).asBoolean(false);
  }

  public int number(String key, int otherwise) {
    return node.path(key).asInt(otherwise);
  }

  /** The items of a list, this itself where it is one value, or nothing where it is absent. */
  public List<Element> items() {
    if (!isPresent()) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(this);
    }
    List<Element> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Element(file, pointer + "/" + i, node.path(i)));
    }
    return items;
  }

  /** One text or a list of them. */
  public List<String> texts(String key) {
    return get(key).items().stream().map(Element::text).toList();
  }

  /** The entries of a map, in the order of the file. */
  public List<Map.Entry<String, Element>> entries() {
    return node.properties().stream()
        .map(entry -> Map.entry(entry.getKey(), get(entry.getKey())))
        .toList();
  }

  public Origin origin() {
    Fault here = fault("");
    return new Origin(here.file(), here.line(), here.column());
  }

  public Fault fault(String message) {
    return file.faultAt(pointer, message);
  }
}
