package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.AnswerChannel.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the texts of a message, or of a delta of one, and lets each be rewritten in its place. It
 * does not see ids and what else only machines read.
 */
final class AnswerTexts {

  /** In the order in which they are said. */
  private static final List<Named> FIELDS =
      List.of(
          new Named("reasoning_content", Kind.REASONING),
          new Named("reasoning", Kind.REASONING),
          new Named("content", Kind.CONTENT),
          new Named("text", Kind.CONTENT),
          new Named("refusal", Kind.REFUSAL));

  private final Rewriting rewriting;
  private final Map<String, Integer> numbers = new HashMap<>();

  private AnswerTexts(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  private record Named(String name, Kind kind) {}

  /** Gives the text that stands in place of another one. */
  @FunctionalInterface
  interface Rewriting {
    String rewritten(Kind kind, AnswerPlace place, String text);
  }

  /** Those of a choice itself. */
  static void ofChoice(ObjectNode choice, Rewriting rewriting) {
    AnswerTexts texts = new AnswerTexts(rewriting);
    for (Named field : FIELDS) {
      texts.text(choice, field.name(), field.kind(), new AnswerPlace.OfChoice(field.name()));
    }
  }

  static void ofMessage(ObjectNode message, Rewriting rewriting) {
    new AnswerTexts(rewriting).message(message);
  }

  private void message(ObjectNode message) {
    for (Named field : FIELDS) {
      text(message, field.name(), field.kind(), new AnswerPlace.Field(field.name()));
    }
    message.path("content").forEach(this::part);
    text(message.path("audio"), "transcript", Kind.TRANSCRIPT, new AnswerPlace.Transcript());
    for (JsonNode state : message.path("reasoning_state")) {
      text(state, "text", Kind.SIGNED_REASONING, new AnswerPlace.Whole());
    }
    int place = 0;
    for (JsonNode call : message.path("tool_calls")) {
      call(call, call.path("index").asInt(place++));
    }
    text(message.path("function_call"), "name", Kind.NAME, new AnswerPlace.Whole());
    AnswerPlace only = new AnswerPlace.FunctionCall();
    text(message.path("function_call"), "arguments", Kind.ARGUMENTS, only);
    notes(message.path("annotations"));
  }

  private void text(JsonNode owner, String field, Kind kind, AnswerPlace place) {
    if (owner instanceof ObjectNode object && owner.path(field).isTextual()) {
      object.put(field, rewriting.rewritten(kind, place, owner.path(field).asText()));
    }
  }

  private void call(JsonNode call, int index) {
    text(call.path("function"), "name", Kind.NAME, new AnswerPlace.Whole());
    text(call.path("custom"), "name", Kind.NAME, new AnswerPlace.Whole());
    AnswerPlace function = new AnswerPlace.Call(index, "function", "arguments");
    text(call.path("function"), "arguments", Kind.ARGUMENTS, function);
    AnswerPlace custom = new AnswerPlace.Call(index, "custom", "input");
    text(call.path("custom"), "input", Kind.INPUT, custom);
  }

  private void part(JsonNode part) {
    String type = part.path("type").asText();
    int number = numbers.merge(type, 1, Integer::sum) - 1;
    part(part, "text", Kind.CONTENT, type, number);
    part(part, "refusal", Kind.REFUSAL, type, number);
    part(part, AnswerPlace.Thought.TYPE, Kind.REASONING, type, number);
    for (JsonNode thought : part.path(AnswerPlace.Thought.TYPE)) {
      int place = numbers.merge("", 1, Integer::sum) - 1;
      text(thought, "text", Kind.REASONING, new AnswerPlace.Thought(place));
    }
    notes(part.path("annotations"));
  }

  private void part(JsonNode part, String field, Kind kind, String type, int number) {
    text(part, field, kind, new AnswerPlace.Part(type, field, number));
  }

  /** Every text of every field but the one that says what it is. */
  private void notes(JsonNode notes) {
    switch (notes) {
      case ArrayNode array -> array.forEach(this::notes);
      case ObjectNode object -> {
        for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
          if (!entry.getKey().equals("type")) {
            text(object, entry.getKey(), Kind.NOTE, new AnswerPlace.Whole());
          }
        }
        object.forEach(this::notes);
      }
      default -> {} // numbers, which say where in the text
    }
  }
}
