package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.ReasoningStates;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.Json;
import java.util.Set;

/** Input items as canonical messages: what an assistant thought, said and called is one of them. */
final class Items {

  private final ArrayNode messages;
  private ObjectNode assistant = Json.object();

  Items(ArrayNode messages) {
    this.messages = messages;
  }

  void read(Fields body) {
    if (body.any("input").isTextual()) {
      messages.addObject().put("role", "user").put("content", body.needText("input"));
      return;
    }
    if (body.objects("input").isEmpty()) {
      throw body.invalid("input", "`input` must be a string or an array of items");
    }
    for (Fields item : body.objects("input")) {
      switch (item.text("type").orElse("message")) {
        case "message" -> message(item);
        case "function_call" -> call(item);
        case "function_call_output" -> output(item);
        case "reasoning" -> reasoning(item);
        case "item_reference" ->
            throw Refused.invalid(item.path("type"), "nothing is kept here: send the item itself");
        default ->
            throw Refused.remote(
                item.path("type"), "only what was said, thought, called and returned is permitted");
      }
    }
  }

  /** The assistant's message that is being put together. */
  private ObjectNode assistant() {
    if (assistant.isEmpty()) {
      assistant = messages.addObject().put("role", "assistant").putNull("content");
    }
    return assistant;
  }

  private void message(Fields item) {
    String role = item.needText("role");
    if (role.equals("assistant")) {
      JsonNode before = assistant().path("content");
      assistant().put("content", (before.isTextual() ? before.asText() : "") + said(item));
      return;
    }
    if (!Set.of("user", "system", "developer").contains(role)) {
      throw item.invalid("role", "`role` must be user, system, developer or assistant");
    }
    assistant = Json.object();
    ObjectNode message = messages.addObject().put("role", role);
    if (item.any("content").isTextual()) {
      message.put("content", item.needText("content"));
    } else {
      ArrayNode parts = message.putArray("content");
      item.objects("content").forEach(part -> parts.add(part(part)));
    }
  }

  private static String said(Fields item) {
    if (item.any("content").isTextual()) {
      return item.needText("content");
    }
    StringBuilder text = new StringBuilder();
    for (Fields part : item.objects("content")) {
      text.append(part.text("text").or(() -> part.text("refusal")).orElse(""));
    }
    return text.toString();
  }

  private static JsonNode part(Fields part) {
    return switch (part.needText("type")) {
      case "input_text", "output_text", "text" ->
          Json.object().put("type", "text").put("text", part.needText("text"));
      case "input_image" -> image(part);
      case "input_file" ->
          throw Refused.remote(part.path("type"), "files are not permitted: send their text");
      default -> throw part.invalid("type", "this `type` of content is not supported");
    };
  }

  private static ObjectNode image(Fields part) {
    String url = part.text("image_url").orElse("");
    if (!url.startsWith("data:image/")) {
      throw Refused.remote(
          part.path("image_url"),
          "images must be sent as a `data:` URL: nothing is fetched from elsewhere");
    }
    ObjectNode image = Json.object().put("type", "image_url");
    ObjectNode target = image.putObject("image_url").put("url", url);
    part.text("detail").ifPresent(it -> target.put("detail", it));
    return image;
  }

  private void call(Fields item) {
    ObjectNode call =
        assistant()
            .withArray("/tool_calls")
            .addObject()
            .put("id", item.needText("call_id"))
            .put("type", "function");
    call.putObject("function")
        .put("name", item.needText("name"))
        .put("arguments", item.needText("arguments"));
  }

  private void output(Fields item) {
    assistant = Json.object();
    String text =
        item.any("output").isTextual()
            ? item.needText("output")
            : String.join(
                "\n", item.objects("output").stream().map(it -> it.needText("text")).toList());
    messages
        .addObject()
        .put("role", "tool")
        .put("tool_call_id", item.needText("call_id"))
        .put("content", text);
  }

  /** What was sealed goes back as it was; what others have encrypted nobody here can read. */
  private void reasoning(Fields item) {
    item.text("encrypted_content")
        .ifPresent(
            secret -> {
              ArrayNode states =
                  ReasoningStates.open(secret)
                      .orElseThrow(
                          () ->
                              item.invalid(
                                  "encrypted_content", "this was not encrypted by this gateway"));
              assistant().withArray("/" + ReasoningStates.FIELD).addAll(states);
            });
    if (!item.has("encrypted_content")) {
      StringBuilder text = new StringBuilder();
      for (Fields summary : item.objects("summary")) {
        text.append(summary.needText("text"));
      }
      if (!text.isEmpty()) {
        assistant().put("reasoning_content", text.toString());
      }
    }
  }
}
