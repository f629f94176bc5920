package dev.terroir.provider.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Usage;
import dev.terroir.chat.Vectors;
import dev.terroir.provider.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Vectors that are made up: the same for the same text, and telling nothing of what it means. The
 * answer says {@code "system_fingerprint": "terroir-simulator"}.
 */
final class SimulatedVectors {

  private static final int DIMENSIONS = 384;

  private SimulatedVectors() {}

  static Reply of(ChatRequest request, Deployment deployment) {
    int dimensions = request.body().path("dimensions").asInt(DIMENSIONS);
    List<float[]> vectors =
        request.inputs().stream().map(text -> vector(text, dimensions)).toList();
    long characters = request.inputs().stream().mapToLong(String::length).sum();
    Usage usage = new Usage(Math.max(1, characters / 4), 0);
    ObjectNode answer = Vectors.answer(deployment.model().id().value(), vectors, usage);
    return new Reply.Answered(answer.put("system_fingerprint", "terroir-simulator"), usage);
  }

  private static float[] vector(String text, int dimensions) {
    float[] vector = new float[dimensions];
    byte[] digest = digest(text.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < dimensions; i++) {
      if (i > 0 && i % digest.length == 0) {
        digest = digest(digest);
      }
      vector[i] = digest[i % digest.length];
    }
    return Vectors.shortened(vector, dimensions);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
