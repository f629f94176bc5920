package dev.terroir.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One chunk of a streamed answer in OpenAI's shape: its bytes, and what the gateway acts on. It is
 * read token by token, never made into a tree.
 *
 * @param json with the model's name replaced by the one of the catalogue
 * @param usage where the chunk has it
 * @param hasNoChoices whether its list of choices is there and empty
 * @param isError whether it reports an error instead of content
 */
public record Chunk(Buffer json, Optional<Usage> usage, boolean hasNoChoices, boolean isError) {

  /** Whether it has no choices, only the usage. */
  public boolean isUsageOnly() {
    return hasNoChoices && usage.isPresent();
  }

  /**
   * Reads the data of one event.
   *
   * @param model the name that the caller knows the model by
   * @return nothing when {@code data} is not one JSON object
   */
  public static Optional<Chunk> read(byte[] data, String model) {
    if (!ByteBufUtil.isText(Unpooled.wrappedBuffer(data), StandardCharsets.UTF_8)) {
      return Optional.empty();
    }
    try (JsonParser parser = Json.FACTORY.createParser(data)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Scan scan = new Scan();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        scan.field(parser);
      }
      return parser.nextToken() == null ? Optional.of(scan.chunk(data, model)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same chunk with other bytes. */
  public Chunk with(Buffer other) {
    return new Chunk(other, usage, hasNoChoices, isError);
  }

  private static final class Scan {
    private int modelStart = -1;
    private int modelEnd = -1;
    private boolean isError;
    private boolean hasNoChoices;
    private Optional<Usage> usage = Optional.empty();

    void field(JsonParser parser) throws IOException {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "model" -> model(parser, value);
        case "error" -> {
          isError = value != JsonToken.VALUE_NULL && value != JsonToken.VALUE_FALSE;
          parser.skipChildren();
        }
        case "usage" -> usage = value == JsonToken.START_OBJECT ? usage(parser) : Optional.empty();
        case "choices" -> choices(parser, value);
        default -> parser.skipChildren();
      }
    }

    private void model(JsonParser parser, JsonToken value) throws IOException {
      if (value == JsonToken.VALUE_STRING) {
        modelStart = (int) parser.currentTokenLocation().getByteOffset();
        parser.finishToken();
        modelEnd = (int) parser.currentLocation().getByteOffset();
      } else {
        parser.skipChildren();
      }
    }

    private void choices(JsonParser parser, JsonToken value) throws IOException {
      if (value == JsonToken.START_ARRAY) {
        hasNoChoices = parser.nextToken() == JsonToken.END_ARRAY;
        while (!hasNoChoices && parser.currentToken() != JsonToken.END_ARRAY) {
          parser.skipChildren();
          parser.nextToken();
        }
      } else {
        parser.skipChildren();
      }
    }

    private static Optional<Usage> usage(JsonParser parser) throws IOException {
      long input = 0;
      long output = 0;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean isCount = value == JsonToken.VALUE_NUMBER_INT;
        if (isCount && name.equals("prompt_tokens")) {
          input = parser.getLongValue();
        } else if (isCount && name.equals("completion_tokens")) {
          output = parser.getLongValue();
        }
        parser.skipChildren();
      }
      return Optional.of(new Usage(input, output));
    }

    Chunk chunk(byte[] data, String model) {
      Buffer json = Buffer.buffer(data.length + model.length() + 2);
      if (modelStart < 0) {
        json.appendBytes(data);
      } else {
        json.appendBytes(data, 0, modelStart)
            .appendBuffer(Json.write(Json.NODES.textNode(model)))
            .appendBytes(data, modelEnd, data.length - modelEnd);
      }
      return new Chunk(json, usage, hasNoChoices, isError);
    }
  }
}
