package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.ChatRequestReader.Fault;
import dev.terroir.chat.Json;
import java.util.List;
import java.util.Set;

/**
 * Makes the canonical request of a body for {@code /v1/responses}, which holds the whole
 * conversation. Used once.
 */
final class ResponsesReader {

  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "input",
          "instructions",
          "max_output_tokens",
          "temperature",
          "top_p",
          "top_logprobs",
          "parallel_tool_calls",
          "tools",
          "tool_choice",
          "text",
          "reasoning",
          "store",
          "include",
          "stream",
          "stream_options",
          "truncation",
          "metadata",
          "user",
          "safety_identifier",
          "prompt_cache_key",
          "service_tier");

  private static final List<String> SAME =
      List.of(
          "temperature",
          "top_p",
          "top_logprobs",
          "parallel_tool_calls",
          "metadata",
          "user",
          "safety_identifier",
          "prompt_cache_key",
          "service_tier");

  private final Fields body;
  private final ObjectNode chat = Json.object();

  private ResponsesReader(Fields body) {
    this.body = body;
  }

  static ChatRequestReader.Reading read(JsonNode root) {
    try {
      Refused.orElseGo(ChatRequestReader.forbidden(root));
      return ChatRequestReader.read(new ResponsesReader(Fields.of(root, "")).chat());
    } catch (Refused e) {
      return new ChatRequestReader.Reading.Faulty(e.fault());
    }
  }

  private ObjectNode chat() {
    refuseState();
    body.only(KNOWN);
    chat.put("model", body.needText("model"));
    ArrayNode messages = chat.putArray("messages");
    body.text("instructions")
        .ifPresent(it -> messages.addObject().put("role", "system").put("content", it));
    new Items(messages).read(body);
    SAME.forEach(name -> body.copy(name, chat, name));
    body.integer("max_output_tokens").ifPresent(it -> chat.set("max_completion_tokens", it));
    body.flag("store");
    include();
    body.text("truncation")
        .filter(it -> !it.equals("disabled"))
        .ifPresent(
            it -> {
              throw body.invalid("truncation", "nothing is cut off here: send what fits");
            });
    FunctionTools.translate(body, chat);
    body.object("text").ifPresent(this::text);
    body.object("reasoning")
        .flatMap(it -> it.text("effort"))
        .ifPresent(it -> chat.put("reasoning_effort", it));
    if (body.flag("stream")) {
      chat.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    return chat;
  }

  private void refuseState() {
    if (body.has("previous_response_id")) {
      String message =
          "responses are not kept for this tenant (`keep-responses`): send the whole conversation"
              + " as `input`";
      throw new Refused(new Fault(Fault.Kind.NO_STORE, message, "previous_response_id"));
    }
    if (body.has("conversation") || body.has("prompt")) {
      String name = body.has("conversation") ? "conversation" : "prompt";
      throw new Refused(
          new Fault(Fault.Kind.NO_STORE, "nothing is kept here: send what is meant", name));
    }
    if (body.any("background").asBoolean()) {
      throw body.invalid("background", "there is no work in the background: wait for the answer");
    }
  }

  /** What was reasoned comes back sealed in any case. */
  private void include() {
    JsonNode include = body.any("include");
    for (JsonNode name : include) {
      if (!name.asText().equals("reasoning.encrypted_content")) {
        throw body.invalid("include", "only reasoning.encrypted_content can be included");
      }
    }
  }

  private void text(Fields text) {
    text.text("verbosity").ifPresent(it -> chat.put("verbosity", it));
    text.object("format")
        .ifPresent(
            format -> {
              ObjectNode written = chat.putObject("response_format");
              String type = format.needText("type");
              written.put("type", type);
              switch (type) {
                case "text", "json_object" -> {}
                case "json_schema" -> {
                  ObjectNode schema = written.putObject("json_schema");
                  List.of("name", "description", "schema", "strict")
                      .forEach(name -> format.copy(name, schema, name));
                }
                default ->
                    throw format.invalid("type", "it must be text, json_object or json_schema");
              }
            });
  }
}
