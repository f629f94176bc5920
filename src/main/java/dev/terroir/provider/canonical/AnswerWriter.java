package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.provider.Reply;
import java.util.Optional;

/** Collects the pieces of an answer into one object in OpenAI's shape. Used once. */
public final class AnswerWriter {

  private final Heading heading;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final ArrayNode calls = Json.object().arrayNode();
  private final ArrayNode states = Json.object().arrayNode();
  private Optional<FinishReason> finish = Optional.empty();

  public AnswerWriter(Heading heading) {
    this.heading = heading;
  }

  public void write(Piece piece) {
    switch (piece) {
      case Piece.Text(var more) -> text.append(more);
      case Piece.Reasoning(var more) -> reasoning.append(more);
      case Piece.Refused(var more) -> refusal.append(more);
      case Piece.Call call -> {
        ObjectNode item = calls.addObject().put("id", call.id()).put("type", "function");
        item.putObject("function").put("name", call.name()).put("arguments", call.arguments());
      }
      case Piece.Arguments(var index, var json) -> {
        if (calls.path(index).path("function") instanceof ObjectNode function) {
          function.put("arguments", function.path("arguments").asText() + json);
        }
      }
      case Piece.State(var state) -> states.add(state.node());
      case Piece.Finish(var reason) -> finish = Optional.of(reason);
    }
  }

  /** The answer; nothing where it has not been said why the model stopped. */
  public Optional<Reply> answer(Counts counts) {
    return finish.map(reason -> new Reply.Answered(root(reason, counts), counts.usage()));
  }

  private ObjectNode root(FinishReason reason, Counts counts) {
    ObjectNode message = Json.object().put("role", "assistant");
    if (text.isEmpty() && (!calls.isEmpty() || !refusal.isEmpty())) {
      message.putNull("content");
    } else {
      message.put("content", text.toString());
    }
    if (refusal.isEmpty()) {
      message.putNull("refusal");
    } else {
      message.put("refusal", refusal.toString());
    }
    if (!reasoning.isEmpty()) {
      message.put("reasoning_content", reasoning.toString());
    }
    if (!calls.isEmpty()) {
      message.set("tool_calls", calls);
    }
    if (!states.isEmpty()) {
      message.set(ReasoningState.FIELD, states);
    }
    ObjectNode root = heading.of("chat.completion");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("message", message);
    choice.put("finish_reason", reason.word()).putNull("logprobs");
    root.set("usage", counts.node());
    return root;
  }
}
