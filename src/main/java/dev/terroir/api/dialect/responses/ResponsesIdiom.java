package dev.terroir.api.dialect.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Canonical;
import dev.terroir.api.dialect.Events;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.openai.OpenAiErrors;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.chat.Recall;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * OpenAI's responses. Every event has its name and its number. Where a tenant has its responses
 * kept and a request does not say otherwise, what was said is kept when the answer is complete.
 */
public final class ResponsesIdiom implements Idiom {

  private static final String PREVIOUS = "previous_response_id";
  private static final byte[] PREVIOUS_BYTES = PREVIOUS.getBytes(StandardCharsets.US_ASCII);

  private Recall recall = Recall.NOTHING;
  private ArrayNode input = Json.object().arrayNode();
  private JsonNode asked = Json.object();
  private ResponseEvents events = new ResponseEvents(new Response("", asked, false));

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    asked = root;
    return ResponsesReader.read(root);
  }

  @Override
  public ChatRequestReader.Reading read(JsonNode root, Recall kept) {
    if (!kept.isKept() || !(root instanceof ObjectNode body)) {
      return read(root);
    }
    recall = kept;
    asked = root;
    return switch (Conversation.of(body, kept)) {
      case Conversation.Unknown(var fault) -> new ChatRequestReader.Reading.Faulty(fault);
      case Conversation.Whole(var whole, var items) -> {
        input = items;
        yield ResponsesReader.read(whole);
      }
    };
  }

  /** What is referred to is inspected as well, and may be long. */
  @Override
  public int weight(Buffer body) {
    boolean refers = indexOf(body.getBytes(), PREVIOUS_BYTES) >= 0;
    return refers ? Integer.MAX_VALUE : body.length();
  }

  private static int indexOf(byte[] bytes, byte[] sought) {
    for (int i = 0; i <= bytes.length - sought.length; i++) {
      if (bytes[i] == sought[0]
          && Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
        return i;
      }
    }
    return -1;
  }

  private boolean keeps() {
    return recall.isKept() && asked.path("store").asBoolean(true);
  }

  /** For the next request that refers to this response. */
  private void keep(JsonNode response) {
    if (keeps()) {
      ArrayNode said = Json.object().arrayNode().addAll(input);
      response.path("output").forEach(said::add);
      recall.keep(response.path("id").asText(), said);
    }
  }

  @Override
  public Buffer whole(Notes notes, ObjectNode answer) {
    ObjectNode response = new Response(notes.exchange(), asked, keeps()).whole(answer);
    keep(response);
    return Json.write(response);
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return Json.write(OpenAiErrors.of(refusal, notes.exchange()));
  }

  @Override
  public Buffer begin(Notes notes) {
    events = new ResponseEvents(new Response(notes.exchange(), asked, keeps()));
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
    Buffer end = events.end();
    keep(events.whole());
    return end;
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    return events.brokenOff(refusal);
  }
}
