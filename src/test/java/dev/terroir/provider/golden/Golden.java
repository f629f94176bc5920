package dev.terroir.provider.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is expected, in files. With {@code -Dgolden.update=true} the files are written instead, to
 * be read before they are committed.
 */
final class Golden {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Golden() {}

  static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void compare(Path file, JsonNode actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(file, actual.toPrettyString() + "\n");
      }
      assertThat(actual.toPrettyString())
          .as(file.toString())
          .isEqualTo(MAPPER.readTree(file.toFile()).toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
