package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a text stands in a choice, and so where the rest of it is put. */
public sealed interface AnswerPlace {

  /** Puts {@code rest} behind what {@code choice}, of a chunk, says at this place. */
  void append(ObjectNode choice, String rest);

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

  private static void lengthen(ObjectNode owner, String name, String rest) {
    owner.put(name, owner.path(name).asText("") + rest);
  }

  /** A thought comes before what is said after it, everything else at the end. */
  private static void put(ObjectNode delta, ObjectNode part) {
    ArrayNode parts = Json.NODES.arrayNode();
    JsonNode content = delta.path("content");
    content.forEach(parts::add);
    if (content.isTextual() && !content.asText().isEmpty()) {
      parts.addObject().put("type", "text").put("text", content.asText());
    }
    parts.insert(isThought(part) ? behindThoughts(parts) : parts.size(), part);
    delta.set("content", parts);
  }

  private static int behindThoughts(ArrayNode parts) {
    int at = 0;
    while (at < parts.size() && isThought(parts.path(at))) {
      at++;
    }
    return at;
  }

  private static boolean isThought(JsonNode part) {
    return part.path("type").asText().equals(Thought.TYPE);
  }
}
