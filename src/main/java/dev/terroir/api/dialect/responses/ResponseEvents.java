package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.api.dialect.ToolCalls;
import dev.terroir.api.dialect.openai.OpenAiErrors;
import dev.terroir.api.dialect.responses.OpenItem.Kind;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes canonical chunks as the events of one response, numbered from 0: created, in progress,
 * then item after item, each added, filled and done before the next, then how it ended. Used once.
 */
final class ResponseEvents {

  private final Response response;
  private final ToolCalls calls = new ToolCalls();
  private final ArrayNode output = Json.object().arrayNode();
  private Buffer out = Buffer.buffer();
  private Optional<OpenItem> open = Optional.empty();
  private ArrayNode states = Json.object().arrayNode();
  private ObjectNode seen = Json.object();
  private ObjectNode whole = Json.object();
  private String model = "";
  private String finish = "";
  private long created;
  private int number;

  ResponseEvents(Response response) {
    this.response = response;
  }

  Buffer begin(String of) {
    model = of;
    out = Buffer.buffer();
    event(Json.object().put("type", "response.created").set("response", head("in_progress")));
    event(Json.object().put("type", "response.in_progress").set("response", head("in_progress")));
    return out;
  }

  private ObjectNode head(String status) {
    return response.head(model, created, status);
  }

  Buffer of(JsonNode chunk) {
    out = Buffer.buffer();
    created = chunk.path("created").asLong(created);
    for (String name : new String[] {"usage", "terroir"}) {
      if (chunk.path(name).isObject()) {
        seen.set(name, chunk.path(name));
      }
    }
    JsonNode choice = Canonical.choice(chunk);
    JsonNode delta = choice.path("delta");
    think(Canonical.reasoning(delta));
    delta.path(ReasoningStates.FIELD).forEach(this::keep);
    say(Kind.TEXT, Canonical.text(delta, "content"));
    say(Kind.REFUSAL, Canonical.text(delta, "refusal"));
    delta.path("tool_calls").forEach(calls::add);
    call(false);
    String ended = Canonical.text(choice, "finish_reason");
    finish = ended.isEmpty() ? finish : ended;
    return out;
  }

  Buffer end() {
    out = Buffer.buffer();
    call(true);
    close();
    whole = head("completed");
    whole.set("output", output);
    response.ended(whole, finish, seen);
    String type = "response." + whole.path("status").asText();
    event(Json.object().put("type", type).set("response", whole));
    return out;
  }

  /** The whole response, once it has ended. */
  ObjectNode whole() {
    return whole;
  }

  /** The clients of this dialect throw where an event has an {@code error}. */
  Buffer brokenOff(Refusal refusal) {
    out = Buffer.buffer();
    ObjectNode error = Json.object().put("type", "error").put("code", refusal.code());
    error.put("message", refusal.message()).putNull("param");
    event(error.set("error", OpenAiErrors.of(refusal, "").path("error")));
    return out;
  }

  private void think(String text) {
    if (!text.isEmpty()) {
      OpenItem item = openReasoning();
      if (item.text().isEmpty()) {
        event(
            item.partEvent("response.reasoning_summary_part.added")
                .set("part", Item.summaryPart("")));
      }
      item.append(text);
      event(item.partEvent("response.reasoning_summary_text.delta").put("delta", text));
    }
  }

  private void keep(JsonNode state) {
    openReasoning();
    states.add(state);
  }

  private OpenItem openReasoning() {
    call(true);
    return open(Kind.REASONING, "rs", id -> Item.reasoning(id, "", Json.object().arrayNode()));
  }

  private void say(Kind kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    call(true);
    OpenItem item = open(kind, "msg", Item::emptyMessage);
    if (item.text().isEmpty()) {
      event(item.partEvent("response.content_part.added").set("part", part(kind, "")));
    }
    item.append(text);
    ObjectNode delta = item.partEvent(textEvent(kind) + ".delta").put("delta", text);
    if (kind == Kind.TEXT) {
      delta.putArray("logprobs");
    }
    event(delta);
  }

  private static String textEvent(Kind kind) {
    return kind == Kind.TEXT ? "response.output_text" : "response.refusal";
  }

  private static ObjectNode part(Kind kind, String text) {
    return kind == Kind.TEXT ? Item.textPart(text) : Item.refusalPart(text);
  }

  /**
   * @param all whether no piece of a call can come any more
   */
  private void call(boolean all) {
    for (ToolCalls.Step step : calls.steps(all)) {
      switch (step) {
        case ToolCalls.Step.Begin(var call, var name) -> {
          close();
          open(Kind.CALL, "fc", id -> Item.call(id, call, name));
        }
        case ToolCalls.Step.Arguments(var json) ->
            open.ifPresent(
                item -> {
                  item.append(json);
                  event(item.event("response.function_call_arguments.delta").put("delta", json));
                });
        case ToolCalls.Step.End() -> close();
      }
    }
  }

  private OpenItem open(Kind kind, String prefix, Function<String, ObjectNode> item) {
    if (open.filter(it -> it.is(kind)).isEmpty()) {
      close();
      String id = response.itemId(prefix, output.size());
      OpenItem begun = new OpenItem(kind, id, output.size(), item.apply(id));
      open = Optional.of(begun);
      itemEvent("response.output_item.added", begun.begun().deepCopy());
    }
    return open.orElseThrow();
  }

  private void close() {
    open.ifPresent(
        item -> {
          open = Optional.empty();
          ObjectNode done = done(item);
          itemEvent("response.output_item.done", done);
          output.add(done);
        });
  }

  private ObjectNode done(OpenItem item) {
    String text = item.text();
    return switch (item.kind()) {
      case REASONING -> {
        if (!text.isEmpty()) {
          event(item.partEvent("response.reasoning_summary_text.done").put("text", text));
          event(
              item.partEvent("response.reasoning_summary_part.done")
                  .set("part", Item.summaryPart(text)));
        }
        ArrayNode kept = states;
        states = Json.object().arrayNode();
        yield Item.reasoning(item.id(), text, kept);
      }
      case TEXT -> {
        ObjectNode done = item.partEvent("response.output_text.done").put("text", text);
        done.putArray("logprobs");
        event(done);
        event(item.partEvent("response.content_part.done").set("part", Item.textPart(text)));
        yield Item.message(item.id(), text, "");
      }
      case REFUSAL -> {
        event(item.partEvent("response.refusal.done").put("refusal", text));
        event(item.partEvent("response.content_part.done").set("part", Item.refusalPart(text)));
        yield Item.message(item.id(), "", text);
      }
      case CALL -> {
        ObjectNode called = Item.called(item.begun(), text);
        event(
            item.event("response.function_call_arguments.done")
                .put("name", called.path("name").asText())
                .put("arguments", called.path("arguments").asText()));
        yield called;
      }
    };
  }

  private void itemEvent(String type, JsonNode item) {
    ObjectNode event = Json.object().put("type", type).put("output_index", output.size());
    event(event.set("item", item));
  }

  private void event(ObjectNode event) {
    event.put("sequence_number", number++);
    out.appendBuffer(Events.named(event.path("type").asText(), event));
  }
}
