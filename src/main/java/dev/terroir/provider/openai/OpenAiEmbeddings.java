package dev.terroir.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.chat.Operation;
import dev.terroir.chat.Usage;
import dev.terroir.chat.Vectors;
import dev.terroir.provider.Reply;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Vectors in OpenAI's shape. They are asked for as numbers, which every server can write, and read
 * token by token: a thousand vectors are a million numbers.
 */
final class OpenAiEmbeddings {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int MOST_DIMENSIONS = 16_384;

  private final JsonParser parser;
  private final Map<Integer, float[]> vectors = new TreeMap<>();
  private long input;

  private OpenAiEmbeddings(JsonParser parser) {
    this.parser = parser;
  }

  /** The request as the server is to read it. */
  static ChatRequest asked(ChatRequest request) {
    if (request.operation() == Operation.CHAT) {
      return request;
    }
    ObjectNode body = Json.object();
    body.setAll(request.body());
    body.put("encoding_format", "float");
    return ChatRequest.embeddings(body, request.model(), request.metadata());
  }

  /**
   * @param texts how many vectors there must be
   */
  static Optional<Reply> answer(Buffer body, String model, int texts) {
    try (JsonParser parser = FACTORY.createParser(body.getBytes())) {
      OpenAiEmbeddings answer = new OpenAiEmbeddings(parser);
      answer.read();
      List<float[]> vectors = List.copyOf(answer.vectors.values());
      Usage usage = new Usage(answer.input, 0);
      return vectors.size() == texts
          ? Optional.of(new Reply.Answered(Vectors.answer(model, vectors, usage), usage))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void read() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("data") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          vector();
        }
      } else if (name.equals("usage") && value == JsonToken.START_OBJECT) {
        usage();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void vector() throws IOException {
    int index = vectors.size();
    float[] vector = new float[0];
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("index") && value == JsonToken.VALUE_NUMBER_INT) {
        index = parser.getIntValue();
      } else if (name.equals("embedding") && value == JsonToken.START_ARRAY) {
        vector = numbers();
      } else if (name.equals("embedding") && value == JsonToken.VALUE_STRING) {
        vector = Vectors.floats(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    if (vector.length == 0) {
      throw new IllegalArgumentException("a vector is missing");
    }
    vectors.put(index, vector);
  }

  private float[] numbers() throws IOException {
    float[] numbers = new float[512];
    int length = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isNumeric() || length == MOST_DIMENSIONS) {
        throw new IllegalArgumentException("a vector is not made of numbers");
      }
      if (length == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * length);
      }
      numbers[length++] = parser.getFloatValue();
    }
    return Arrays.copyOf(numbers, length);
  }

  private void usage() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("prompt_tokens") && value == JsonToken.VALUE_NUMBER_INT) {
        input = Math.max(0, parser.getLongValue());
      } else {
        parser.skipChildren();
      }
    }
  }
}
