package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the pieces of a stream's tool calls in order, one call after the other: the canonical form
 * may mix them, other dialects may not. A call ends where its arguments are a whole JSON document
 * and another one has begun, or where nothing more can come. Used from one thread at a time.
 */
public final class ToolCalls {

  private final Map<Integer, Call> calls = new LinkedHashMap<>();

  /** What happens to the calls, in an order in which at most one is open. */
  public sealed interface Step {
    record Begin(String id, String name) implements Step {}

    record Arguments(String json) implements Step {}

    record End() implements Step {}
  }

  private static final class Call {
    private String id = "";
    private String name = "";
    private final StringBuilder pending = new StringBuilder();
    private final JsonDepth depth = new JsonDepth();
    private boolean begun;
    private boolean ended;
  }

  /** Takes a piece of a call: an item of {@code delta.tool_calls}. */
  public void add(JsonNode piece) {
    Call call = calls.computeIfAbsent(piece.path("index").asInt(calls.size()), it -> new Call());
    JsonNode function = piece.path("function");
    if (call.id.isEmpty()) {
      call.id = Canonical.text(piece, "id");
    }
    if (call.name.isEmpty()) {
      call.name = Canonical.text(function, "name");
    }
    String json = Canonical.text(function, "arguments");
    call.pending.append(json);
    call.depth.read(json);
  }

  /**
   * What can be written now.
   *
   * @param all whether nothing more can come, so that every call ends
   */
  public List<Step> steps(boolean all) {
    List<Step> steps = new ArrayList<>();
    List<Call> waiting = calls.values().stream().filter(call -> !call.ended).toList();
    for (int i = 0; i < waiting.size(); i++) {
      Call call = waiting.get(i);
      write(call, steps);
      boolean another = i + 1 < waiting.size();
      if (!all && !(another && call.depth.isWhole())) {
        return steps;
      }
      call.ended = true;
      steps.add(new Step.End());
    }
    return steps;
  }

  private static void write(Call call, List<Step> steps) {
    if (!call.begun) {
      call.begun = true;
      steps.add(new Step.Begin(call.id, call.name));
    }
    if (!call.pending.isEmpty()) {
      steps.add(new Step.Arguments(call.pending.toString()));
      call.pending.setLength(0);
    }
  }
}
