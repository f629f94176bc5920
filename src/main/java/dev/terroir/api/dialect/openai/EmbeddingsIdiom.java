package dev.terroir.api.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.chat.Vectors;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * OpenAI's embeddings. A caller that names no {@code encoding_format} gets base64, which its client
 * decodes without asking; numbers only for who asks for them. Never streamed.
 */
public final class EmbeddingsIdiom implements Idiom {

  private static final int MOST_INPUTS = 2048;
  private static final Set<String> KNOWN =
      Set.of("model", "input", "encoding_format", "dimensions", "user", "metadata");

  private final ChatIdiom errors = new ChatIdiom();
  private boolean asNumbers;

  @Override
  public ChatRequestReader.Reading read(JsonNode root) {
    try {
      Refused.orElseGo(ChatRequestReader.forbidden(root));
      return new ChatRequestReader.Reading.Read(read(Fields.of(root, "").only(KNOWN)));
    } catch (Refused e) {
      return new ChatRequestReader.Reading.Faulty(e.fault());
    }
  }

  private ChatRequest read(Fields body) {
    String model = body.needText("model");
    asNumbers =
        switch (body.text("encoding_format").orElse("base64")) {
          case "base64" -> false;
          case "float" -> true;
          default -> throw body.invalid("encoding_format", "it must be float or base64");
        };
    ObjectNode written = Json.object().put("model", model);
    written.set("input", inputs(body));
    body.integer("dimensions")
        .ifPresent(
            dimensions -> {
              if (dimensions.asLong() < 1 || dimensions.asLong() > 16_384) {
                throw body.invalid("dimensions", "`dimensions` must be from 1 to 16384");
              }
              written.set("dimensions", dimensions);
            });
    body.text("user").ifPresent(user -> written.put("user", user));
    return ChatRequest.embeddings(written, model, metadata(body));
  }

  private static ArrayNode inputs(Fields body) {
    ArrayNode inputs = Json.object().arrayNode();
    JsonNode input = body.any("input");
    if (input.isTextual()) {
      inputs.add(input);
    } else {
      input.forEach(inputs::add);
    }
    if (inputs.isEmpty() || inputs.size() > MOST_INPUTS) {
      throw body.invalid("input", "`input` must be a string, or from 1 to 2048 of them");
    }
    for (int i = 0; i < inputs.size(); i++) {
      check(inputs.path(i), input.isTextual() ? "input" : "input[" + i + "]");
    }
    return inputs;
  }

  /** Tokens are numbers of one maker's vocabulary: nobody else can tell what they say. */
  private static void check(JsonNode text, String at) {
    if (text.isNumber() || text.isArray()) {
      throw Refused.invalid(at, "arrays of tokens cannot be read for what they hold: send text");
    }
    if (!text.isTextual() || text.asText().isEmpty()) {
      throw Refused.invalid(at, "`input` must be text, and not empty");
    }
  }

  private static Map<String, String> metadata(Fields body) {
    Map<String, String> metadata = new HashMap<>();
    body.object("metadata")
        .ifPresent(
            it ->
                it.node()
                    .fieldNames()
                    .forEachRemaining(name -> metadata.put(name, it.needText(name))));
    return metadata;
  }

  @Override
  public Buffer whole(Notes notes, ObjectNode answer) {
    if (asNumbers) {
      writeNumbers(answer);
    }
    return Json.write(answer);
  }

  private static void writeNumbers(ObjectNode answer) {
    for (JsonNode item : answer.path("data")) {
      if (item instanceof ObjectNode object) {
        float[] vector = Vectors.floats(item.path("embedding").asText());
        ArrayNode numbers = object.putArray("embedding");
        for (float number : vector) {
          numbers.add(number);
        }
      }
    }
  }

  @Override
  public Buffer error(Notes notes, Refusal refusal) {
    return errors.error(notes, refusal);
  }

  @Override
  public Buffer events(Chunk chunk) {
    return errors.events(chunk);
  }

  @Override
  public Buffer keepAlive() {
    return errors.keepAlive();
  }

  @Override
  public Buffer end() {
    return errors.end();
  }

  @Override
  public Buffer brokenOff(Refusal refusal) {
    return errors.brokenOff(refusal);
  }
}
