package dev.terroir.api.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * OpenAI's legacy completions: the prompt is what a user says, the answer's text the completion.
 */
public final class CompletionsIdiom implements Idiom {

  /** The same in a chat. */
  private static final List<String> SAME =
      List.of(
          "model",
          "temperature",
          "top_p",
          "n",
          "stream",
          "stream_options",
          "stop",
          "max_tokens",
          "presence_penalty",
          "frequency_penalty",
          "logit_bias",
          "seed",
          "user",
          "metadata");

  /** What a chat cannot do. */
  private static final List<String> IMPOSSIBLE = List.of("suffix", "best_of", "echo", "logprobs");

  private static final Buffer DONE = Events.data(Buffer.buffer("[DONE]"));

  private final ChatIdiom errors = new ChatIdiom();

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    try {
      Refused.orElseGo(ChatRequestReader.forbidden(root));
      return ChatRequestReader.read(chat(Fields.of(root, "")));
    } catch (Refused e) {
      return new ChatRequestReader.Reading.Faulty(e.fault());
    }
  }

  private static ObjectNode chat(Fields body) {
    for (String name : IMPOSSIBLE) {
      boolean harmless =
          (name.equals("echo") && !body.any("echo").asBoolean())
              || (name.equals("best_of") && body.any("best_of").asLong() == 1);
      if (body.has(name) && !harmless) {
        throw body.invalid(name, "`" + name + "` cannot be done: prompts are answered as chats");
      }
    }
    Set<String> known = new HashSet<>(SAME);
    known.addAll(IMPOSSIBLE);
    known.add("prompt");
    body.only(known);
    ObjectNode chat = Json.object();
    SAME.forEach(name -> body.copy(name, chat, name));
    ArrayNode messages = chat.putArray("messages");
    messages.addObject().put("role", "user").put("content", prompt(body));
    return chat;
  }

  private static String prompt(Fields body) {
    JsonNode prompt = body.any("prompt");
    JsonNode only = prompt.isArray() && prompt.size() == 1 ? prompt.path(0) : prompt;
    if (prompt.isArray() && prompt.size() > 1 && prompt.path(0).isTextual()) {
      throw body.invalid("prompt", "one prompt a request: send several requests");
    }
    if (!only.isTextual()) {
      throw body.invalid("prompt", "`prompt` must be a string: tokens cannot be read");
    }
    return only.asText();
  }

  @Override
  public Buffer whole(Notes notes, ObjectNode answer) {
    return completion(answer, "message");
  }

  @Override
  public Buffer events(Chunk chunk) {
    return Events.data(completion(Canonical.object(chunk.json()), "delta"));
  }

  /**
   * @param owner the field of a choice that holds its text
   */
  private static Buffer completion(ObjectNode root, String owner) {
    root.put("object", "text_completion");
    root.put("id", root.path("id").asText().replaceFirst("^chatcmpl-", "cmpl-"));
    ArrayNode choices = Json.object().arrayNode();
    for (JsonNode choice : root.path("choices")) {
      ObjectNode written =
          choices
              .addObject()
              .put("text", Canonical.text(choice.path(owner), "content"))
              .put("index", choice.path("index").asInt())
              .putNull("logprobs");
      written.set("finish_reason", choice.path("finish_reason"));
    }
    root.set("choices", choices);
    return Json.write(root);
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return errors.error(notes, refusal);
  }

  @Override
  public Buffer keepAlive() {
    return errors.keepAlive();
  }

  @Override
  public Buffer end() {
    return DONE;
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    return errors.brokenOff(refusal);
  }
}
