package dev.terroir.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.policy.folder.Fault;
import java.util.List;
import java.util.Map;

/**
 * A file that has been read: its content as a tree, and where each part of it stands.
 *
 * @param name relative to the folder
 * @param faults what is wrong with it as YAML
 * @param values where the value at each JSON pointer begins
 * @param keys where the key of the value at each JSON pointer begins
 */
public record YamlFile(
    String name,
    JsonNode root,
    List<Fault> faults,
    Map<String, Place> values,
    Map<String, Place> keys) {

  private static final Place TOP = new Place(1, 1);

  public Fault faultAt(String pointer, String message) {
    return fault(values.getOrDefault(pointer, nearest(pointer)), message);
  }

  public Fault faultAtKey(String pointer, String message) {
    return fault(keys.getOrDefault(pointer, nearest(pointer)), message);
  }

  private Place nearest(String pointer) {
    String at = pointer;
    while (!values.containsKey(at) && at.contains("/")) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return values.getOrDefault(at, TOP);
  }

  private Fault fault(Place place, String message) {
    return new Fault(name, place.line(), place.column(), message);
  }
}
