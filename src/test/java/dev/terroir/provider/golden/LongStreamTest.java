package dev.terroir.provider.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.terroir.chat.Chunk;
import dev.terroir.provider.Failure;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.Sink;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A long answer is read without anything of it being kept. */
final class LongStreamTest {

  private static final int EVENTS = 60_000;

  /** Half of what the texts alone would take. */
  private static final long MOST_KEPT = 4 << 20;

  /** One more piece of text, in each dialect. */
  private static byte[] piece(Tongue tongue) {
    String text = "some text that is as long as a piece of text may be, and then a little longer";
    return switch (tongue) {
      case OPENAI, AZURE_OPENAI ->
          event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}");
      case ANTHROPIC ->
          event(
              "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\","
                  + "\"text\":\""
                  + text
                  + "\"}}");
      case GEMINI ->
          event("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + text + "\"}]}}]}");
      case COHERE ->
          event(
              "{\"type\":\"content-delta\",\"delta\":{\"message\":{\"content\":{\"text\":\""
                  + text
                  + "\"}}}}");
      case BEDROCK ->
          Frames.of(
              ":event-type",
              "contentBlockDelta",
              "event",
              "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + text + "\"}}");
    };
  }

  private static byte[] event(String json) {
    return ("data: " + json + "\n\n").getBytes(UTF_8);
  }

  /** Of the whole process: what others leave behind is gone in a while, what is kept is not. */
  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static final class Counting implements Sink {
    private final AtomicInteger chunks = new AtomicInteger();

    @Override
    public void chunk(Chunk chunk) {
      chunks.incrementAndGet();
    }

    @Override
    public void alive() {}

    @Override
    public void finished() {
      throw new AssertionError("an end that was not said");
    }

    @Override
    public void failed(Failure.Kind kind) {
      throw new AssertionError(kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsNothingOfWhatItHasRead(Tongue tongue) {
    // given
    Counting sink = new Counting();
    Decoder decoder = tongue.translator().decoder(Heard.HEADING, sink);
    Buffer piece = Buffer.buffer(piece(tongue));
    for (int i = 0; i < 1000; i++) {
      decoder.read(piece);
    }
    long before = used();

    // when
    for (int i = 0; i < EVENTS; i++) {
      decoder.read(piece);
    }

    // then
    assertThat(sink.chunks.get()).isEqualTo(EVENTS + 1000);
    await().untilAsserted(() -> assertThat(used() - before).isLessThan(MOST_KEPT));
    decoder.read(piece);
  }
}
