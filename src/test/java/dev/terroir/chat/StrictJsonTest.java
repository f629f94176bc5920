package dev.terroir.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.chat.StrictJson.Reading.Document;
import dev.terroir.chat.StrictJson.Reading.Malformed;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictJsonTest {

  private static StrictJson.Reading read(String text) {
    return StrictJson.read(Buffer.buffer(text.getBytes(UTF_8)));
  }

  private static JsonNode document(String text) {
    return switch (read(text)) {
      case Document(var root) -> root;
      case Malformed(var message, var param) -> throw new AssertionError(message + param);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,-2,0.5,true,false,null,\"x\",{}]}",
        "12345678901234567890123456789012345678901234567890",
        "-0.1000000000000000055511151231257827",
        "1.10",
        "[\"\ud834\udd1e\",\"\u4e2d\"]",
        "\"a\\u0000b\"",
        "{\"\":1}"
      })
  void writesWhatItHasReadAsItWas(String text) {
    assertThat(Json.write(document(text)).toString()).isEqualTo(text);
  }

  @Test
  void readsEscapesAsWhatTheyMean() {
    assertThat(document("\"\\ud834\\udd1e \\u0041\"").asText()).isEqualTo("\ud834\udd1e A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":2} | a",
        "{\"a\":1,\"\\u0061\":2} | a",
        "{\"x\":{\"a\":1,\"b\":2,\"a\":1}} | x.a",
        "{\"x\":[0,{\"a\":1,\"a\":1}]} | x[1].a",
        "{\"x\":1e400} | x",
        "{\"x\":[1,1e99999999999]} | x[1]",
        "{\"x\":\"\\ud800\"} | x",
        "{\"x\":\"\\udc00\\ud800\"} | x",
        "{\"x\":\"\\ud800a\"} | x"
      })
  void namesThePlaceOfWhatItRefuses(String text, String place) {
    assertThat(read(text))
        .isInstanceOfSatisfying(Malformed.class, it -> assertThat(it.param()).isEqualTo(place));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{}{}",
        "{} x",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "01",
        "+1",
        ".5",
        "1.",
        "0x1",
        "NaN",
        "Infinity",
        "-Infinity",
        "tru",
        "\"\t\"",
        "\"\\x\"",
        "/**/1",
        "#c\n1",
        "\ufeff{}",
        "{\"a\\u0000\":1}",
        "{\"\\ud800\":1}",
        "\u00a01"
      })
  void refusesWhatReadersDifferOn(String text) {
    assertThat(read(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00ff",
        "\u00c0\u00af",
        "\u00c1\u00bf",
        "\u00e0\u0080\u00af",
        "\u00f0\u0080\u0080\u00af",
        "\u00c3",
        "\u00e4\u00b8",
        "\u00f0\u009d\u0084",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00bf\u00bf",
        "\u00f4\u0090\u0080\u0080",
        "\u00f8\u0088\u0080"
      })
  void refusesWhatIsNotUtf8(String bytes) {
    // given
    byte[] text = ("\"" + bytes + "\"").getBytes(ISO_8859_1);

    // when, then
    assertThat(StrictJson.read(Buffer.buffer(text)))
        .isEqualTo(new Malformed("the body is not valid UTF-8", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void refusesOtherEncodings(String charset) {
    // given
    byte[] text = "{\"a\":1}".getBytes(Charset.forName(charset));

    // when, then
    assertThat(StrictJson.read(Buffer.buffer(text))).isInstanceOf(Malformed.class);
  }

  @Test
  void boundsDepthSizeAndLength() {
    assertThat(document("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
    assertThat(read("[".repeat(66) + "]".repeat(66))).isInstanceOf(Malformed.class);
    assertThat(read("[".repeat(100_000))).isInstanceOf(Malformed.class);
    assertThat(document("[" + "1,".repeat(99_998) + "1]").size()).isEqualTo(99_999);
    assertThat(read("[" + "1,".repeat(99_999) + "1]")).isInstanceOf(Malformed.class);
    assertThat(document("9".repeat(100)).isBigInteger()).isTrue();
    assertThat(read("9".repeat(101))).isInstanceOf(Malformed.class);
    assertThat(read("{\"" + "k".repeat(1025) + "\":1}")).isInstanceOf(Malformed.class);
  }

  @Test
  void readsALongTextWhole() {
    // given
    String text = "\u00fc\ud834\udd1e".repeat(100_000);

    // when, then
    assertThat(document("\"" + text + "\"").asText()).isEqualTo(text);
  }
}
