package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.AnswerChannel.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rewrites the texts of one answer, whole or in chunks, each channel by itself. What a channel
 * holds back is given out where its choice ends. Used from one event loop, for one answer.
 */
public final class AnswerRewriter {

  private static final Map<String, Kind> TEXTS =
      Map.of(
          "content", Kind.CONTENT,
          "text", Kind.CONTENT,
          "transcript", Kind.CONTENT,
          "reasoning_content", Kind.REASONING,
          "reasoning", Kind.REASONING,
          "refusal", Kind.REFUSAL);

  private final Function<AnswerChannel, TextStream> streams;
  private final Map<AnswerChannel, TextStream> open = new LinkedHashMap<>();

  /**
   * @param streams makes the stream of a channel when its first piece comes
   */
  public AnswerRewriter(Function<AnswerChannel, TextStream> streams) {
    this.streams = streams;
  }

  /** Rewrites a whole answer in place. */
  public void whole(ObjectNode answer) {
    for (JsonNode choice : answer.path("choices")) {
      if (choice instanceof ObjectNode object) {
        int index = choice.path("index").asInt();
        rewrite(object, index);
        if (choice.path("message") instanceof ObjectNode message) {
          rewrite(message, index);
        }
        finish(index, choice.path("message") instanceof ObjectNode message ? message : object);
      }
    }
  }

  /** Rewrites a chunk in place. */
  public void chunk(ObjectNode chunk) {
    for (JsonNode choice : chunk.path("choices")) {
      if (choice instanceof ObjectNode object) {
        int index = choice.path("index").asInt();
        rewrite(object, index);
        if (choice.path("delta") instanceof ObjectNode delta) {
          rewrite(delta, index);
          finishBefore(delta, index);
        }
        if (choice.path("finish_reason").isTextual()) {
          boolean legacy = choice.has("text");
          finish(index, legacy ? object : object.withObject("/delta"));
        }
      }
    }
  }

  /** Whether something is held back of which no choice has said that it ended. */
  public boolean holds() {
    return !open.isEmpty();
  }

  /** What is held back, as the choices of one more chunk. */
  public ArrayNode rest() {
    ArrayNode choices = Json.NODES.arrayNode();
    while (!open.isEmpty()) {
      int index = open.keySet().iterator().next().choice();
      ObjectNode choice = choices.addObject().put("index", index);
      finish(index, choice.putObject("delta"));
      choice.putNull("finish_reason");
    }
    return choices;
  }

  /** What has been held back of a text comes before what follows that text. */
  private void finishBefore(ObjectNode delta, int choice) {
    boolean calls = !delta.path("tool_calls").isEmpty();
    boolean says = delta.path("content").isTextual() && !delta.path("content").asText().isEmpty();
    if (calls || says || delta.has("reasoning_state")) {
      finish(new AnswerChannel(choice, Kind.REASONING, 0), delta);
    }
    if (calls) {
      finish(new AnswerChannel(choice, Kind.CONTENT, 0), delta);
    }
  }

  private void finish(AnswerChannel channel, ObjectNode owner) {
    Optional.ofNullable(open.remove(channel))
        .map(TextStream::finish)
        .filter(rest -> !rest.isEmpty())
        .ifPresent(rest -> append(owner, channel, rest));
  }

  private void rewrite(ObjectNode owner, int choice) {
    TEXTS.forEach(
        (name, kind) -> {
          JsonNode value = owner.path(name);
          if (value.isTextual()) {
            owner.put(name, accept(new AnswerChannel(choice, kind, 0), value.asText()));
          }
        });
    for (JsonNode part : owner.path("content")) {
      if (part instanceof ObjectNode object && part.path("text").isTextual()) {
        object.put("text", whole(new AnswerChannel(choice, Kind.CONTENT, 0), part));
      }
    }
    if (owner.path("audio") instanceof ObjectNode audio) {
      rewrite(audio, choice);
    }
    reasoning(owner, choice);
    calls(owner, choice);
  }

  /** What is signed of a thought comes whole; it is signed as it was before, and will be again. */
  private void reasoning(ObjectNode owner, int choice) {
    for (JsonNode state : owner.path("reasoning_state")) {
      if (state instanceof ObjectNode object && state.path("text").isTextual()) {
        object.put("text", whole(new AnswerChannel(choice, Kind.SIGNED_REASONING, 0), state));
      }
    }
  }

  /** A part of a list of parts is a text of its own. */
  private String whole(AnswerChannel channel, JsonNode part) {
    TextStream stream = streams.apply(channel);
    return stream.accept(part.path("text").asText()) + stream.finish();
  }

  private void calls(ObjectNode owner, int choice) {
    int place = 0;
    for (JsonNode call : owner.path("tool_calls")) {
      arguments(call.path("function"), choice, call.path("index").asInt(place));
      place++;
    }
    arguments(owner.path("function_call"), choice, 0);
  }

  private void arguments(JsonNode function, int choice, int call) {
    if (function instanceof ObjectNode object && function.path("arguments").isTextual()) {
      AnswerChannel channel = new AnswerChannel(choice, Kind.ARGUMENTS, call);
      object.put("arguments", accept(channel, function.path("arguments").asText()));
    }
  }

  private String accept(AnswerChannel channel, String piece) {
    return open.computeIfAbsent(channel, streams).accept(piece);
  }

  /** Appends to {@code owner} what the channels of {@code choice} have held back. */
  private void finish(int choice, ObjectNode owner) {
    open.entrySet()
        .removeIf(
            entry -> {
              boolean ends = entry.getKey().choice() == choice;
              String rest = ends ? entry.getValue().finish() : "";
              if (!rest.isEmpty()) {
                append(owner, entry.getKey(), rest);
              }
              return ends;
            });
  }

  private static void append(ObjectNode owner, AnswerChannel channel, String rest) {
    String field =
        switch (channel.kind()) {
          case CONTENT -> owner.has("text") ? "text" : "content";
          case REASONING, SIGNED_REASONING ->
              owner.has("reasoning") ? "reasoning" : "reasoning_content";
          case REFUSAL -> "refusal";
          case ARGUMENTS -> "";
        };
    if (field.isEmpty()) {
      appendArguments(owner, channel.call(), rest);
    } else {
      owner.put(field, owner.path(field).asText("") + rest);
    }
  }

  private static void appendArguments(ObjectNode owner, int index, String rest) {
    if (owner.path("function_call") instanceof ObjectNode function) {
      function.put("arguments", function.path("arguments").asText("") + rest);
      return;
    }
    int place = 0;
    for (JsonNode call : owner.path("tool_calls")) {
      if (call.path("index").asInt(place) == index
          && call.path("function") instanceof ObjectNode function) {
        function.put("arguments", function.path("arguments").asText("") + rest);
        return;
      }
      place++;
    }
    ObjectNode call = owner.withArray("/tool_calls").addObject().put("index", index);
    call.putObject("function").put("arguments", rest);
  }
}
