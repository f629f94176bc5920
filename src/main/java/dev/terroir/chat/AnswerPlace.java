package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a text stands in a choice, and so where the rest of it is put. */
public sealed interface AnswerPlace {

  /** Puts {@code rest} behind what {@code choice}, of a chunk, says at this place. */
  void append(ObjectNode choice, String rest);

  /** Whether it is in content that is a list of parts. */
  default boolean isOfParts() {
    return this instanceof Part || this instanceof Thought;
  }

  /** A field of the message. */
  record Field(String name) implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      lengthen(delta(choice), name, rest);
    }
  }

  /** A field of the choice itself, as in legacy completions. */
  record OfChoice(String name) implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      lengthen(choice, name, rest);
    }
  }

  /** The words of what is said aloud. */
  record Transcript() implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      ObjectNode delta = delta(choice);
      ObjectNode audio =
          delta.path("audio") instanceof ObjectNode object ? object : delta.putObject("audio");
      lengthen(audio, "transcript", rest);
    }
  }

  /**
   * A part of the content, where that is a list of parts.
   *
   * @param type of the part
   * @param field of the part that holds the text
   * @param number counts the parts of the type in one list
   */
  record Part(String type, String field, int number) implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      put(delta(choice), Json.object().put("type", type).put(field, rest));
    }
  }

  /**
   * A text inside a part that is a thought, which is itself a list of parts.
   *
   * @param number counts the texts of the thoughts in one list
   */
  record Thought(int number) implements AnswerPlace {

    static final String TYPE = "thinking";

    @Override
    public void append(ObjectNode choice, String rest) {
      ObjectNode thought = Json.object().put("type", TYPE);
      thought.putArray(TYPE).addObject().put("type", "text").put("text", rest);
      put(delta(choice), thought);
    }
  }

  /**
   * What a tool is called with.
   *
   * @param index of the call
   * @param owner the field of the call that says what is called
   * @param field of that
   */
  record Call(int index, String owner, String field) implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      ObjectNode delta = delta(choice);
      int place = 0;
      for (JsonNode call : delta.path("tool_calls")) {
        if (call.path("index").asInt(place) == index
            && call.path(owner) instanceof ObjectNode called) {
          lengthen(called, field, rest);
          return;
        }
        place++;
      }
      ObjectNode call = delta.withArray("/tool_calls").addObject().put("index", index);
      call.putObject(owner).put(field, rest);
    }
  }

  /** The arguments of the only call there is, as it was before there were several. */
  record FunctionCall() implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      ObjectNode delta = delta(choice);
      ObjectNode call =
          delta.path("function_call") instanceof ObjectNode object
              ? object
              : delta.putObject("function_call");
      lengthen(call, "arguments", rest);
    }
  }

  /** What comes whole: nothing is ever left of it. */
  record Whole() implements AnswerPlace {
    @Override
    public void append(ObjectNode choice, String rest) {
      throw new IllegalStateException("nothing is held back of what comes whole");
    }
  }

  private static ObjectNode delta(ObjectNode choice) {
    return choice.path("delta") instanceof ObjectNode delta ? delta : choice.putObject("delta");
  }

  /** What has been held back of a text comes before the parts that have come in its place. */
  private static void lengthen(ObjectNode owner, String name, String rest) {
    if (owner.path(name).isArray()) {
      Parts.first(owner, name, Parts.of(Json.NODES.textNode(rest)));
    } else {
      owner.put(name, owner.path(name).asText("") + rest);
    }
  }

  /** A thought comes before what is said after it, everything else at the end. */
  private static void put(ObjectNode delta, ObjectNode part) {
    if (Parts.isThought(part)) {
      Parts.first(delta, "content", Json.NODES.arrayNode().add(part));
    } else {
      delta.set("content", Parts.of(delta.path("content")).add(part));
    }
  }
}
