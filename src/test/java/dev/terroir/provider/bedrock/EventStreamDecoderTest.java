package dev.terroir.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.chat.Chunk;
import dev.terroir.provider.Failure;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Sink;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The framing, against vectors of AWS's own and ones computed from its specification. */
final class EventStreamDecoderTest {

  /** A message without headers and payload. */
  private static final String EMPTY = "000000100000000005c248eb7d98c8ff";

  /** {@code contentBlockDelta} with the text "Hi". */
  private static final String DELTA =
      "0000009400000057b4ab9aee0b3a6576656e742d74797065070011636f6e74656e74426c6f636b44656c7461"
          + "0d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d657373616765"
          + "2d747970650700056576656e747b22636f6e74656e74426c6f636b496e646578223a302c2264656c7461"
          + "223a7b2274657874223a224869227d7d1f944657";

  private final List<String> heard = new ArrayList<>();

  private final Sink sink =
      new Sink() {
        @Override
        public void chunk(Chunk chunk) {
          heard.add(chunk.json().toString());
        }

        @Override
        public void alive() {
          heard.add("alive");
        }

        @Override
        public void finished() {
          heard.add("finished");
        }

        @Override
        public void failed(Failure.Kind kind) {
          heard.add(kind.name());
        }
      };

  private final EventStreamDecoder decoder =
      new EventStreamDecoder(
          sink, new BedrockEvents(new Heading("id", Instant.EPOCH, "model", "maker"), sink));

  private void read(String hex) {
    decoder.read(Buffer.buffer(HexFormat.of().parseHex(hex)));
  }

  @Test
  void readsThePublishedFrame() {
    // when
    read(DELTA);

    // then
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst()).contains("\"content\":\"Hi\"");
  }

  @Test
  void refusesAFrameThatIsNoEvent() {
    read(EMPTY);
    assertThat(heard).containsExactly("BROKEN_STREAM");
  }

  @Test
  void refusesEveryFrameOfWhichOneBitIsWrong() {
    byte[] good = HexFormat.of().parseHex(DELTA);
    for (int i = 4; i < good.length; i++) {
      // given
      byte[] bad = good.clone();
      bad[i] ^= 0x10;
      heard.clear();

      // when
      new EventStreamDecoder(
              sink, new BedrockEvents(new Heading("id", Instant.EPOCH, "model", "maker"), sink))
          .read(Buffer.buffer(bad));

      // then
      assertThat(heard).as("byte " + i).containsExactly("INVALID_RESPONSE");
    }
  }

  @Test
  void takesNoLengthOnTrust() {
    read("7fffffff0000005759cbbe720000000000000000"); // two gigabytes, with the right checksum
    assertThat(heard).containsExactly("INVALID_RESPONSE");
  }
}
