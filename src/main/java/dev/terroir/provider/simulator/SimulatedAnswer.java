package dev.terroir.provider.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.chat.Usage;
import dev.terroir.provider.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the simulator says to one request: a sentence in the request's language, a tool call where
 * the request demands one or names a tool, or JSON where it asks for that.
 *
 * @param words the text in the pieces in which it is streamed; empty for a tool call
 */
record SimulatedAnswer(
    String model, Instant created, List<String> words, Optional<ToolCall> toolCall, Usage usage) {

  private static final double CHARACTERS_PER_TOKEN = 4;

  record ToolCall(String name, String arguments) {}

  static SimulatedAnswer to(Call call, Deployment deployment, Instant now) {
    ChatRequest request = call.request();
    Optional<ToolCall> toolCall = ToolChoice.of(request.body());
    String text = toolCall.isPresent() ? "" : text(request, deployment, call.language().get());
    List<String> words = text.isEmpty() ? List.of() : List.of(text.split("(?<= )"));
    long input =
        request.userTexts().stream()
            .mapToLong(it -> (long) Math.ceil(it.length() / CHARACTERS_PER_TOKEN))
            .sum();
    Usage usage = new Usage(Math.max(1, input), Math.max(1, words.size()));
    return new SimulatedAnswer(deployment.model().id().value(), now, words, toolCall, usage);
  }

  private static String text(ChatRequest request, Deployment deployment, String language) {
    String place = String.join("/", new ArrayList<>(deployment.locatedIn()));
    String sentence =
        Phrases.in(language).formatted(deployment.model().name(), deployment.host().name(), place);
    return request.needs().contains("json")
        ? Json.write(Json.object().put("simulated", true).put("text", sentence)).toString()
        : sentence;
  }

  /** The answer as one object in OpenAI's shape. */
  ObjectNode whole(String exchange) {
    ObjectNode message = Json.object().put("role", "assistant");
    toolCall.ifPresentOrElse(
        call -> message.putNull("content").putArray("tool_calls").add(function(call, exchange)),
        () -> message.put("content", String.join("", words)));
    message.putNull("refusal");
    ObjectNode root = head(exchange, "chat.completion");
    ObjectNode choice = root.putArray("choices").addObject();
    choice.put("index", 0).set("message", message);
    choice.put("finish_reason", finishReason()).putNull("logprobs");
    root.set("usage", usageNode());
    return root;
  }

  String finishReason() {
    return toolCall.isPresent() ? "tool_calls" : "stop";
  }

  ObjectNode head(String exchange, String object) {
    return Json.object()
        .put("id", "chatcmpl-" + exchange)
        .put("object", object)
        .put("created", created.getEpochSecond())
        .put("model", model)
        .put("system_fingerprint", "terroir-simulator");
  }

  static ObjectNode function(ToolCall call, String exchange) {
    ObjectNode node = Json.object().put("id", "call_" + exchange).put("type", "function");
    node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
    return node;
  }

  JsonNode usageNode() {
    return Json.object()
        .put("prompt_tokens", usage.input())
        .put("completion_tokens", usage.output())
        .put("total_tokens", usage.input() + usage.output());
  }
}
