package dev.terroir.audit;

import dev.terroir.chat.StrictJson;
import dev.terroir.chat.StrictJson.Reading;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a log from its first line to its last and follows the chain of digests.
 *
 * @param records how many lines are as they were written
 * @param lastDigest of the last of them
 * @param unfinished the exchanges that were begun and not ended
 * @param fault the first line that is not as it was written
 * @param tornAt where the last file ends in half a line, as a crash leaves it: not a fault
 */
public record Verification(
    long records,
    String lastDigest,
    Set<String> unfinished,
    Optional<String> fault,
    Optional<Long> tornAt) {

  public static Verification of(Path directory) throws IOException {
    Chain chain = new Chain();
    for (Path file : Segments.in(directory)) {
      chain.follow(file);
      if (chain.fault.isPresent()) {
        break;
      }
    }
    return new Verification(
        chain.records, chain.digest, chain.unfinished, chain.fault, chain.tornAt);
  }

  private static final class Chain {
    private long records;
    private String digest = Line.START;
    private final Set<String> unfinished = new LinkedHashSet<>();
    private Optional<String> fault = Optional.empty();
    private Optional<Long> tornAt = Optional.empty();

    void follow(Path file) throws IOException {
      if (tornAt.isPresent()) {
        fault = Optional.of(file.getFileName() + " follows a file that ends in half a line");
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      int start = 0;
      for (int i = 0; i < bytes.length && fault.isEmpty(); i++) {
        if (bytes[i] == '\n') {
          line(file, ByteBuffer.wrap(bytes, start, i - start).slice());
          start = i + 1;
        }
      }
      if (fault.isEmpty() && start < bytes.length) {
        tornAt = Optional.of((long) start);
      }
    }

    private void line(Path file, ByteBuffer line) {
      byte[] json = new byte[Math.max(0, line.remaining() - Line.DIGEST_LENGTH - 1)];
      byte[] stored = new byte[Math.min(Line.DIGEST_LENGTH, line.remaining())];
      line.get(stored);
      if (json.length > 0) {
        line.get(Line.DIGEST_LENGTH + 1, json);
      }
      String expected = Line.digest(digest, json);
      if (!expected.equals(new String(stored, StandardCharsets.US_ASCII))) {
        fault =
            Optional.of(
                file.getFileName() + ": record " + (records + 1) + " is not as it was written");
        return;
      }
      records++;
      digest = expected;
      remember(json);
    }

    private void remember(byte[] json) {
      if (StrictJson.read(Buffer.buffer(json)) instanceof Reading.Document(var entry)) {
        String exchange = entry.path("exchange").asText();
        if (entry.path("kind").asText().equals("intent")) {
          unfinished.add(exchange);
        } else {
          unfinished.remove(exchange);
        }
      }
    }
  }
}
