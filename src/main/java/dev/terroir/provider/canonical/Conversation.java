package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The messages of a request, as most dialects want them: the system's words apart, the turns of
 * user and assistant by turns, the results of tools in one turn, first, and in the order of their
 * calls. A system message in the middle joins the others: no dialect has a place for it.
 */
public record Conversation(List<String> system, List<Turn> turns) {

  public Conversation {
    system = List.copyOf(system);
    turns = List.copyOf(turns);
  }

  /** What one side said. */
  public record Turn(boolean isAssistant, List<Part> parts) {
    public Turn {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The turns as most dialects write them: messages with a role and a list of blocks.
   *
   * @param block writes a part in the dialect
   */
  public ArrayNode messages(Function<Part, ObjectNode> block) {
    ArrayNode messages = Json.object().arrayNode();
    for (Turn turn : turns) {
      ObjectNode message =
          messages.addObject().put("role", turn.isAssistant() ? "assistant" : "user");
      ArrayNode content = message.putArray("content");
      turn.parts().forEach(part -> content.add(block.apply(part)));
    }
    return messages;
  }

  public static Conversation of(JsonNode body) {
    return new Reader().read(body.path("messages"));
  }

  private static final class Reader {
    private final List<String> system = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, String> namesByCall = new LinkedHashMap<>();
    private boolean ofAssistant;
    private List<Part> parts = new ArrayList<>();

    Conversation read(JsonNode messages) {
      for (int i = 0; i < messages.size(); i++) {
        read(messages.path(i), "messages[" + i + "]");
      }
      close();
      return new Conversation(system, turns);
    }

    private void read(JsonNode message, String at) {
      switch (message.path("role").asText()) {
        case "system", "developer" -> system.add(texts(message, at));
        case "user" -> {
          turn(false);
          parts.addAll(Contents.parts(message.path("content"), at + ".content"));
        }
        case "assistant" -> {
          turn(true);
          List<Part> said = Contents.ofAssistant(message, at);
          said.forEach(this::remember);
          parts.addAll(said);
        }
        case "tool" -> {
          turn(false);
          String call = message.path("tool_call_id").asText();
          parts.add(new Part.Result(call, namesByCall.getOrDefault(call, ""), texts(message, at)));
        }
        default ->
            throw new Inexpressible(
                at + ".role", "the role `function` cannot be expressed: use `tool`");
      }
    }

    private void remember(Part part) {
      if (part instanceof Part.Use(var id, var name, var arguments)) {
        namesByCall.put(id, name);
      }
    }

    private void turn(boolean assistant) {
      if (assistant != ofAssistant) {
        close();
        ofAssistant = assistant;
      }
    }

    private void close() {
      if (!parts.isEmpty()) {
        List<String> order = List.copyOf(namesByCall.keySet());
        parts.sort(Comparator.comparingInt(part -> place(part, order)));
        turns.add(new Turn(ofAssistant, parts));
        parts = new ArrayList<>();
      }
    }

    /** Sorting is stable: all else keeps its order. */
    private static int place(Part part, List<String> order) {
      if (!(part instanceof Part.Result(var id, var name, var text))) {
        return Integer.MAX_VALUE;
      }
      int call = order.indexOf(id);
      return call < 0 ? Integer.MAX_VALUE - 1 : call;
    }

    private static String texts(JsonNode message, String at) {
      StringBuilder text = new StringBuilder();
      for (Part part : Contents.parts(message.path("content"), at + ".content")) {
        if (!(part instanceof Part.Text(var more))) {
          throw new Inexpressible(at + ".content", "only text can be expressed here");
        }
        text.append(more);
      }
      return text.toString();
    }
  }
}
