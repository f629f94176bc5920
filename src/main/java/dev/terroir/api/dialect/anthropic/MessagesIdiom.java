package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;

/** Anthropic's messages: every event has its name, and a ping keeps the connection open. */
public final class MessagesIdiom implements Idiom {

  private static final Buffer PING = Events.named("ping", Json.object().put("type", "ping"));

  private final boolean counts;
  private String requestId = "";
  private String exchange = "";
  private MessageEvents events = new MessageEvents("");

  private MessagesIdiom(boolean counts) {
    this.counts = counts;
  }

  public static MessagesIdiom answering() {
    return new MessagesIdiom(false);
  }

  /** For requests whose tokens are to be counted only. */
  public static MessagesIdiom counting() {
    return new MessagesIdiom(true);
  }

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    return MessagesReader.read(root, counts);
  }

  @Override
  public Buffer whole(Notes notes, ObjectNode answer) {
    return Json.write(Message.of(answer, id(notes)));
  }

  private static String id(Notes notes) {
    return "msg_" + notes.exchange();
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return Json.write(AnthropicErrors.of(refusal, notes.requestId(), notes.exchange()));
  }

  @Override
  public Buffer begin(Notes notes) {
    requestId = notes.requestId();
    exchange = notes.exchange();
    events = new MessageEvents(id(notes));
    return Buffer.buffer();
  }

  @Override
  public Buffer events(Chunk chunk) {
    return events.of(Canonical.object(chunk.json()));
  }

  @Override
  public Buffer keepAlive() {
    return PING;
  }

  @Override
  public Buffer end() {
    return events.end();
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    ObjectNode error = AnthropicErrors.of(refusal, requestId, exchange);
    return Events.named("error", error);
  }
}
