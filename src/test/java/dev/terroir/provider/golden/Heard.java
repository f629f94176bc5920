package dev.terroir.provider.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.terroir.chat.Chunk;
import dev.terroir.provider.Failure;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.Sink;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hears a decoder as a stream does: nothing after the first end. */
final class Heard implements Sink {

  static final Heading HEADING =
      new Heading("chatcmpl-x", Instant.ofEpochSecond(1_700_000_000), "model-one", "maker");

  private final List<Chunk> chunks = new ArrayList<>();
  private boolean finished;
  private Optional<Failure.Kind> failure = Optional.empty();

  /** What is heard of {@code pieces}, and then of the end of the response. */
  static Heard of(Tongue tongue, byte[]... pieces) {
    Heard heard = new Heard();
    Decoder decoder = tongue.translator().decoder(HEADING, heard);
    for (byte[] piece : pieces) {
      decoder.read(Buffer.buffer(piece));
    }
    decoder.end();
    if (!heard.isOver()) {
      heard.failed(Failure.Kind.BROKEN_STREAM);
    }
    return heard;
  }

  private boolean isOver() {
    return finished || failure.isPresent();
  }

  @Override
  public void chunk(Chunk chunk) {
    if (!isOver()) {
      chunks.add(chunk);
    }
  }

  @Override
  public void alive() {}

  @Override
  public void finished() {
    finished = !isOver() || finished;
  }

  @Override
  public void failed(Failure.Kind kind) {
    if (!isOver()) {
      failure = Optional.of(kind);
    }
  }

  boolean isFinished() {
    return finished;
  }

  Optional<Failure.Kind> failure() {
    return failure;
  }

  ArrayNode json() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts()
        .forEach(
            text -> array.add(Golden.tree(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    return array;
  }

  List<String> texts() {
    return chunks.stream().map(chunk -> chunk.json().toString()).toList();
  }

  /** Everything but the usage. */
  List<String> said() {
    return chunks.stream()
        .filter(chunk -> !chunk.isUsageOnly())
        .map(chunk -> chunk.json().toString())
        .toList();
  }

  /** The reasons why it ended, one for each chunk that has one. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (JsonNode chunk : json()) {
      JsonNode reason = chunk.path("choices").path(0).path("finish_reason");
      if (reason.isTextual()) {
        reasons.add(reason.asText());
      }
    }
    return reasons;
  }
}
