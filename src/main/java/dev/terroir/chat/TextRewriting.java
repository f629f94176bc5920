package dev.terroir.chat;

import java.util.Optional;
import java.util.Set;

/** What becomes of the texts of a request on its way to a deployment. */
public interface TextRewriting {

  /** Anything that a model or a person reads, keys of structured data included. */
  String text(String text);

  /** A value, which may stand in a field of structured data. */
  String value(Field field, String value);

  /**
   * What machines read: an id, the name of a tool, a setting. What becomes of it consists of
   * letters, digits, underscores and dashes where it did before, and is the same wherever it
   * stands.
   */
  String token(String token);

  /** The name of somebody who takes part: letters, digits, underscores and dashes only. */
  String participant(String name);

  /** By what a caller knows one of its users; nothing where a deployment is not to know it. */
  Optional<String> account(String id);

  /** A text that is itself structured data, and whose values are asked about one by one. */
  default void document(String text) {}

  /**
   * A place in structured data.
   *
   * @param key of the value; empty where it has none
   * @param parent the key of the object around it; empty where it has none
   * @param siblings the keys of that object
   * @param label what the value is called by a value beside it; empty where nothing calls it
   */
  record Field(String key, String parent, Set<String> siblings, String label) {

    /** Of a text that stands by itself. */
    public static final Field NONE = new Field("", "", Set.of(), "");

    /** An object that stands at this place holds {@code keys}; this is one of them. */
    Field inside(String name, Set<String> keys, String called) {
      return new Field(name, key, keys, called);
    }

    /** The same behind another value. */
    Field behind(String called) {
      return called.equals(label) ? this : new Field(key, parent, siblings, called);
    }
  }
}
