package dev.terroir.api.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;

/** OpenAI's chat, which is the canonical form itself: answers and chunks pass as they are. */
public final class ChatIdiom implements Idiom {

  private static final Buffer DONE = Events.data(Buffer.buffer("[DONE]"));

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    return ChatRequestReader.read(root);
  }

  @Override
  public Buffer whole(Notes notes, ObjectNode answer) {
    return Json.write(answer);
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return Json.write(OpenAiErrors.of(refusal, notes.exchange()));
  }

  @Override
  public Buffer events(Chunk chunk) {
    return Events.data(chunk.json());
  }

  @Override
  public Buffer keepAlive() {
    return Events.comment();
  }

  @Override
  public Buffer end() {
    return DONE;
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    return Events.data(Json.write(OpenAiErrors.of(refusal, "")));
  }
}
