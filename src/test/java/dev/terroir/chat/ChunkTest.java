package dev.terroir.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChunkTest {

  private static Optional<Chunk> read(String json) {
    return Chunk.read(json.getBytes(UTF_8), "model-one");
  }

  private static Chunk chunk(String json) {
    return read(json).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"model\":\"x\"} | {\"model\":\"model-one\"}",
        "{\"model\":\"\"} | {\"model\":\"model-one\"}",
        "{\"id\":\"1\",\"model\":\"x\"} | {\"id\":\"1\",\"model\":\"model-one\"}",
        "{\"model\":\"x\",\"id\":1} | {\"model\":\"model-one\",\"id\":1}",
        "{ \"model\" : \"x\" , \"id\" : 1 } | { \"model\" : \"model-one\" , \"id\" : 1 }",
        "{\"a\":\"gr\u00fc\u00df\",\"model\":\"\ud834\udd1e\u4e2d\",\"b\":\"\u00fc\"}"
            + "|{\"a\":\"gr\u00fc\u00df\",\"model\":\"model-one\",\"b\":\"\u00fc\"}",
        "{\"model\":\"a\\\"b\\\\\",\"b\":1} | {\"model\":\"model-one\",\"b\":1}",
        "{\"mod\\u0065l\":\"x\"} | {\"mod\\u0065l\":\"model-one\"}",
        "{\"choices\":[{\"model\":\"inner\"}],\"model\":\"x\"}"
            + "|{\"choices\":[{\"model\":\"inner\"}],\"model\":\"model-one\"}",
        "{\"model\":null} | {\"model\":null}",
        "{\"model\":{\"model\":\"x\"}} | {\"model\":{\"model\":\"x\"}}",
        "{} | {}"
      })
  void putsTheCataloguesNameOfTheModelIn(String json, String expected) {
    assertThat(chunk(json).json().toString()).isEqualTo(expected);
  }

  @Test
  void putsTheNameInWhereverTheModelStands() {
    for (int i = 0; i < 300; i++) {
      // given
      String pad = "\u00fc".repeat(i);

      // when
      Chunk chunk = chunk("{\"p\":\"" + pad + "\",\"model\":\"" + pad + "\",\"n\":1.50}");

      // then
      assertThat(chunk.json().toString())
          .isEqualTo("{\"p\":\"" + pad + "\",\"model\":\"model-one\",\"n\":1.50}");
    }
  }

  @Test
  void findsALongModelNameAcrossTheParsersBuffer() {
    // given: longer than what the parser reads at once
    String name = "x".repeat(20_000);

    // when
    Chunk chunk = chunk("{\"model\":\"" + name + "\",\"id\":\"1\"}");

    // then
    assertThat(chunk.json().toString()).isEqualTo("{\"model\":\"model-one\",\"id\":\"1\"}");
  }

  @Test
  void readsTheUsage() {
    // when
    Chunk chunk =
        chunk(
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,"
                + "\"prompt_tokens_details\":{\"prompt_tokens\":9},\"total_tokens\":12}}");

    // then
    assertThat(chunk.usage()).contains(new Usage(7, 5));
    assertThat(chunk.isUsageOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[],\"usage\":null}",
        "{\"choices\":[]}",
        "{\"choices\":[{\"delta\":{}}],\"usage\":{\"prompt_tokens\":1}}",
        "{\"usage\":{\"prompt_tokens\":1}}"
      })
  void takesForUsageOnlyWhatHasUsageAndNoChoice(String json) {
    assertThat(chunk(json).isUsageOnly()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"error\":{\"message\":\"x\"}} | true",
        "{\"error\":\"x\"} | true",
        "{\"error\":null,\"choices\":[]} | false",
        "{\"error\":false} | false",
        "{\"choices\":[{\"error\":\"x\"}]} | false"
      })
  void seesAnError(String json, boolean isError) {
    assertThat(chunk(json).isError()).isEqualTo(isError);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "1",
        "null",
        "\"x\"",
        "{",
        "{\"a\":}",
        "{\"a\":1}{}",
        "{\"a\":1} x",
        "{\"choices\":[}",
        "{\"usage\":{\"prompt_tokens\":99999999999999999999}}",
        "\ufeff{}"
      })
  void isNothingButOneJsonObject(String data) {
    assertThat(read(data)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff", "\u00c3", "\u00c0\u00af", "\u00ed\u00a0\u0080"})
  void isValidUtf8(String bytes) {
    // given
    byte[] data = ("{\"a\":\"" + bytes + "\"}").getBytes(ISO_8859_1);

    // when, then
    assertThat(Chunk.read(data, "model-one")).isEmpty();
  }
}
