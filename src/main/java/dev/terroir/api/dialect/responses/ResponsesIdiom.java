package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.openai.OpenAiErrors;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;

/** OpenAI's responses, none of which is kept. Every event has its name and its number. */
public final class ResponsesIdiom implements Idiom {

  private JsonNode asked = Json.object();
  private ResponseEvents events = new ResponseEvents(new Response("", asked));

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    asked = root;
    return ResponsesReader.read(root);
  }

  @Override
  public Buffer whole(Notes notes, Buffer answer) {
    ObjectNode root = Canonical.object(answer);
    return Json.write(new Response(notes.exchange(), asked).whole(root));
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return Json.write(OpenAiErrors.of(refusal, notes.exchange()));
  }

  @Override
  public Buffer begin(Notes notes) {
    events = new ResponseEvents(new Response(notes.exchange(), asked));
    String model = notes.sentTo().map(it -> it.deployment().model().id().value()).orElse("unknown");
    return events.begin(model);
  }

  @Override
  public Buffer events(Chunk chunk) {
    return events.of(Canonical.object(chunk.json()));
  }

  @Override
  public Buffer keepAlive() {
    return Events.comment();
  }

  @Override
  public Buffer end() {
    return events.end();
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    return events.brokenOff(refusal);
  }
}
