package dev.terroir.provider.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams, in whatever pieces they come, and broken off wherever they can be. */
final class StreamsTest {

  /** What no dialect takes for a part of an answer. */
  private static final byte[] GARBAGE =
      "\n\ndata: {]\n\n\u0000\u0001\u0002garbage garbage".getBytes(UTF_8);

  private static List<Tongue.Case> streams() {
    return Tongue.streams();
  }

  private static List<Tongue.Case> texts() {
    return Tongue.cases("sse");
  }

  private static byte[] from(byte[] bytes, int start) {
    return Arrays.copyOfRange(bytes, start, bytes.length);
  }

  private static byte[] upTo(byte[] bytes, int end) {
    return Arrays.copyOf(bytes, end);
  }

  private static byte[][] oneByOne(byte[] bytes) {
    byte[][] single = new byte[bytes.length][];
    for (int i = 0; i < bytes.length; i++) {
      single[i] = new byte[] {bytes[i]};
    }
    return single;
  }

  @ParameterizedTest
  @MethodSource("streams")
  void saysInTheCanonicalShapeWhatTheDeploymentSaid(Tongue.Case example) {
    // when
    Heard heard = Heard.of(example.tongue(), example.bytes());

    // then
    assertThat(heard.failure()).isEmpty();
    assertThat(heard.isFinished()).isTrue();
    assertThat(heard.reasons()).hasSize(1);
    Golden.compare(example.file("streamed.json"), heard.json());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void isTheSameHoweverTheBytesCome(Tongue.Case example) {
    // given
    byte[] bytes = example.bytes();
    List<String> whole = Heard.of(example.tongue(), bytes).texts();

    // then
    assertThat(Heard.of(example.tongue(), oneByOne(bytes)).texts()).isEqualTo(whole);
    for (int cut = 0; cut <= bytes.length; cut++) {
      Heard heard = Heard.of(example.tongue(), upTo(bytes, cut), from(bytes, cut));
      assertThat(heard.texts()).as("in two at " + cut).isEqualTo(whole);
      assertThat(heard.isFinished()).as("in two at " + cut).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isTheSameWhateverEndsALine(Tongue.Case example) {
    // given
    String text = new String(example.bytes(), UTF_8);
    List<String> whole = Heard.of(example.tongue(), example.bytes()).texts();

    for (String end : List.of("\r\n", "\r")) {
      // when
      byte[] bytes = text.replace("\n", end).getBytes(UTF_8);

      // then
      assertThat(Heard.of(example.tongue(), bytes).texts()).isEqualTo(whole);
      assertThat(Heard.of(example.tongue(), oneByOne(bytes)).texts()).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void neverInventsAnEnd(Tongue.Case example) {
    // given
    byte[] bytes = example.bytes();
    Heard whole = Heard.of(example.tongue(), bytes);

    for (int cut = 0; cut <= bytes.length; cut++) {
      for (byte[] rest : List.of(new byte[0], GARBAGE)) {
        // when
        Heard heard = Heard.of(example.tongue(), upTo(bytes, cut), rest);

        // then
        String at = "cut at " + cut + " with " + rest.length + " more";
        assertThat(heard.isFinished()).as(at).isNotEqualTo(heard.failure().isPresent());
        assertThat(heard.said()).as(at).isEqualTo(whole.said().subList(0, heard.said().size()));
        if (heard.isFinished()) {
          assertThat(heard.said()).as(at).isEqualTo(whole.said());
        }
      }
    }
  }
}
