package dev.terroir.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.policy.folder.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one document of YAML 1.2 from the parser's events, so that nothing is lost on the way:
 * anchors, aliases, merge keys, tags, a key twice and a second document are faults, and a plain
 * {@code NO} is a text. Only {@code null}, {@code true}, {@code false} and whole numbers without
 * leading zeros are not texts. Used once.
 */
public final class StrictYaml {

  private static final int DEEPEST = 32;

  private final String name;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Place> values = new HashMap<>();
  private final Map<String, Place> keys = new HashMap<>();
  private final Iterator<Event> events;

  private StrictYaml(String name, Iterable<Event> events) {
    this.name = name;
    this.events = events.iterator();
  }

  /**
   * @param name for faults
   */
  public static YamlFile read(String name, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    StrictYaml reader = new StrictYaml(name, new Parse(settings).parseString(text));
    JsonNode root = JsonNodeFactory.instance.missingNode();
    try {
      root = reader.document();
    } catch (MarkedYamlEngineException e) {
      reader.fault(e.getProblemMark(), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      reader.fault(Optional.empty(), "not YAML");
    }
    return new YamlFile(
        name, root, List.copyOf(reader.faults), Map.copyOf(reader.values), Map.copyOf(reader.keys));
  }

  private JsonNode document() {
    JsonNode root = JsonNodeFactory.instance.missingNode();
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart && ++documents == 2) {
        fault(event.getStartMark(), "a second document: one file holds one");
      }
      if (event instanceof NodeEvent) {
        JsonNode node = node(event, "", 0);
        root = documents == 1 ? node : root;
      }
    }
    if (documents == 0) {
      fault(Optional.empty(), "the file is empty");
    }
    return root;
  }

  private JsonNode node(Event event, String pointer, int depth) {
    values.putIfAbsent(pointer, place(event.getStartMark()));
    if (depth > DEEPEST) {
      throw new YamlEngineException("nested too deep");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      String what = event.getEventId() == Event.ID.Alias ? "aliases" : "anchors";
      fault(event.getStartMark(), what + " are not allowed: write it out");
    }
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart -> sequence((CollectionStartEvent) event, pointer, depth);
      case MappingStart -> mapping((CollectionStartEvent) event, pointer, depth);
      case Alias,
          Comment,
          DocumentEnd,
          DocumentStart,
          MappingEnd,
          SequenceEnd,
          StreamEnd,
          StreamStart ->
          JsonNodeFactory.instance.nullNode();
    };
  }

  private JsonNode scalar(ScalarEvent event) {
    noTag(event, event.getTag());
    String text = event.getValue();
    if (!event.isPlain()) {
      return JsonNodeFactory.instance.textNode(text);
    }
    return switch (text) {
      case "", "~", "null" -> JsonNodeFactory.instance.nullNode();
      case "true" -> JsonNodeFactory.instance.booleanNode(true);
      case "false" -> JsonNodeFactory.instance.booleanNode(false);
      default ->
          text.matches("-?(0|[1-9]\\d{0,17})")
              ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
              : JsonNodeFactory.instance.textNode(text);
    };
  }

  private JsonNode sequence(CollectionStartEvent start, String pointer, int depth) {
    noTag(start, start.getTag());
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      array.add(node(event, pointer + "/" + array.size(), depth + 1));
      event = events.next();
    }
    return array;
  }

  private JsonNode mapping(CollectionStartEvent start, String pointer, int depth) {
    noTag(start, start.getTag());
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      String key = key(event, object);
      String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      keys.putIfAbsent(at, place(event.getStartMark()));
      JsonNode value = node(events.next(), at, depth + 1);
      object.set(key, value);
      event = events.next();
    }
    return object;
  }

  private String key(Event event, ObjectNode object) {
    if (!(event instanceof ScalarEvent scalar)) {
      fault(event.getStartMark(), "a key must be a plain word");
      throw new YamlEngineException("a key that is no scalar");
    }
    noTag(scalar, scalar.getTag());
    String key = scalar.getValue();
    if (key.equals("<<")) {
      fault(event.getStartMark(), "merge keys are not allowed: write it out");
    } else if (object.has(key)) {
      fault(event.getStartMark(), "the key `" + key + "` is there twice");
    }
    return key;
  }

  private void noTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      fault(event.getStartMark(), "tags are not allowed: remove `" + tag.get() + "`");
    }
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(new Place(1, 1));
  }

  private void fault(Optional<Mark> mark, String message) {
    Place place = place(mark);
    faults.add(new Fault(name, place.line(), place.column(), message));
  }
}
