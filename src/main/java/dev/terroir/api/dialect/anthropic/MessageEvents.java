package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.api.dialect.ToolCalls;
import dev.terroir.chat.Json;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;

/**
 * Writes canonical chunks as the events of one message: {@code message_start} once and first, then
 * block after block, each begun, filled and ended before the next, numbered from 0 without a gap,
 * then {@code message_delta} with the usage, and {@code message_stop}. Used once.
 */
final class MessageEvents {

  private final String id;
  private final ToolCalls calls = new ToolCalls();
  private Buffer out = Buffer.buffer();
  private Open open = Open.NOTHING;
  private int index;
  private boolean begun;
  private boolean called;
  private int thought;
  private JsonNode last = Json.object();
  private JsonNode usage = Json.object();

  /** The kind of the block that has begun and not ended. */
  private enum Open {
    NOTHING,
    TEXT,
    THINKING,
    TOOL
  }

  MessageEvents(String id) {
    this.id = id;
  }

  /** The events of a chunk; what cannot be written yet comes with a later one. */
  Buffer of(JsonNode chunk) {
    out = Buffer.buffer();
    begin(chunk);
    if (chunk.path("usage").isObject()) {
      usage = chunk.path("usage");
    }
    JsonNode choice = Canonical.choice(chunk);
    JsonNode delta = choice.path("delta");
    think(Canonical.reasoning(delta));
    delta.path(ReasoningStates.FIELD).forEach(this::sign);
    say(Canonical.text(delta, "content") + Canonical.text(delta, "refusal"));
    delta.path("tool_calls").forEach(calls::add);
    call(false);
    if (!Canonical.text(choice, "finish_reason").isEmpty()) {
      last = choice;
    }
    return out;
  }

  /** The end of the message. What no chunk has said is said as well as it can be. */
  Buffer end() {
    out = Buffer.buffer();
    begin(Json.object());
    call(true);
    close();
    ObjectNode ends = Json.object().put("type", "message_delta");
    StopReason.write(ends.putObject("delta"), last, called);
    ends.set("usage", Message.usage(usage));
    event(ends);
    event(Json.object().put("type", "message_stop"));
    return out;
  }

  private void begin(JsonNode chunk) {
    if (begun) {
      return;
    }
    begun = true;
    ObjectNode message = Message.head(id, chunk.path("model").asText());
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    message.set("usage", Message.usage(Json.object()));
    if (chunk.has("terroir")) {
      message.set("terroir", chunk.path("terroir"));
    }
    event(Json.object().put("type", "message_start").set("message", message));
  }

  private void say(String text) {
    if (!text.isEmpty()) {
      call(true);
      open(Open.TEXT, () -> Json.object().put("type", "text").put("text", ""));
      delta(Json.object().put("type", "text_delta").put("text", text));
    }
  }

  private void think(String text) {
    if (!text.isEmpty()) {
      call(true);
      open(Open.THINKING, () -> new Thought("", "", false).block());
      thought += text.length();
      delta(Json.object().put("type", "thinking_delta").put("thinking", text));
    }
  }

  /** A signature ends a thought, which may not have been told before. */
  private void sign(JsonNode item) {
    Thought state = Thought.ofItem(item);
    if (state.isRedacted()) {
      close();
      open(Open.THINKING, state::block);
      close();
      return;
    }
    if (open != Open.THINKING || thought == 0) {
      think(state.text());
    }
    open(Open.THINKING, () -> new Thought("", "", false).block());
    delta(Json.object().put("type", "signature_delta").put("signature", state.signature()));
    close();
  }

  /**
   * @param all whether no piece of a call can come any more
   */
  private void call(boolean all) {
    for (ToolCalls.Step step : calls.steps(all)) {
      switch (step) {
        case ToolCalls.Step.Begin(var call, var name) -> {
          called = true;
          close();
          open(
              Open.TOOL,
              () -> {
                ObjectNode use = Json.object().put("type", "tool_use").put("id", call);
                use.put("name", name).putObject("input");
                return use;
              });
        }
        case ToolCalls.Step.Arguments(var json) ->
            delta(Json.object().put("type", "input_json_delta").put("partial_json", json));
        case ToolCalls.Step.End() -> close();
      }
    }
  }

  private void open(Open kind, Supplier<ObjectNode> block) {
    if (open != kind) {
      close();
      open = kind;
      ObjectNode event = Json.object().put("type", "content_block_start").put("index", index);
      event(event.set("content_block", block.get()));
    }
  }

  private void delta(ObjectNode delta) {
    ObjectNode event = Json.object().put("type", "content_block_delta").put("index", index);
    event(event.set("delta", delta));
  }

  private void close() {
    if (open != Open.NOTHING) {
      event(Json.object().put("type", "content_block_stop").put("index", index));
      open = Open.NOTHING;
      thought = 0;
      index++;
    }
  }

  private void event(JsonNode event) {
    out.appendBuffer(Events.named(event.path("type").asText(), event));
  }
}
