package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * For answers that are written in the caller's dialect already, and are never streamed.
 *
 * @param idiom of requests and errors
 * @param headers said beside an answer
 */
public record Written(Idiom idiom, Map<String, String> headers) implements Idiom {

  public Written {
    headers = Map.copyOf(headers);
  }

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    return idiom.read(root);
  }

  @Override
  public Buffer whole(Notes notes, ObjectNode answer) {
    return Json.write(answer);
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return idiom.error(notes, refusal);
  }

  @Override
  public Buffer events(Chunk chunk) {
    return idiom.events(chunk);
  }

  @Override
  public Buffer keepAlive() {
    return idiom.keepAlive();
  }

  @Override
  public Buffer end() {
    return idiom.end();
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    return idiom.brokenOff(refusal);
  }
}
