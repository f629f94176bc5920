package dev.terroir.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;
import java.util.List;

/**
 * Vectors of numbers for texts. Canonically each is one string: its 32-bit floats, little-endian,
 * as base64, which is what OpenAI's clients ask for unless they are told otherwise.
 */
public final class Vectors {

  private Vectors() {}

  public static String base64(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The numbers of a canonical vector. */
  public static float[] floats(String base64) {
    FloatBuffer floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    float[] vector = new float[floats.remaining()];
    floats.get(vector);
    return vector;
  }

  /** The first numbers of a vector, with its length made 1 again. */
  public static float[] shortened(float[] vector, int dimensions) {
    double squares = 0;
    for (int i = 0; i < dimensions; i++) {
      squares += (double) vector[i] * vector[i];
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    float[] shorter = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shorter[i] = (float) (vector[i] / length);
    }
    return shorter;
  }

  /**
   * A whole answer in the canonical shape.
   *
   * @param vectors in the order of the request's texts
   * @param usage what it cost to read them
   */
  public static ObjectNode answer(String model, List<float[]> vectors, Usage usage) {
    ObjectNode root = Json.object().put("object", "list");
    ArrayNode data = root.putArray("data");
    for (int i = 0; i < vectors.size(); i++) {
      data.addObject()
          .put("object", "embedding")
          .put("index", i)
          .put("embedding", base64(vectors.get(i)));
    }
    root.put("model", model)
        .putObject("usage")
        .put("prompt_tokens", usage.input())
        .put("total_tokens", usage.input());
    return root;
  }
}
