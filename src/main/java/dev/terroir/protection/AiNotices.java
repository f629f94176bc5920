package dev.terroir.protection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people are told of an answer that a machine has written, in their language. */
final class AiNotices {

  private static final String RESOURCE = "/privacy/ai-notices.tsv";
  private static final String OTHERWISE = "en";
  private static final Map<String, AiNotice> ALL = read();

  private AiNotices() {}

  /**
   * The texts of one language.
   *
   * @param disclosure that they talk to a machine
   * @param notice that a machine made the answer
   */
  record AiNotice(String language, String disclosure, String notice) {}

  private static Map<String, AiNotice> read() {
    try (InputStream in = AiNotices.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new AiNotice(cells[0], cells[1], cells[2]))
          .collect(Collectors.toUnmodifiableMap(AiNotice::language, it -> it));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts in the first of {@code languages}, primary BCP-47 tags, that there are texts in. */
  static AiNotice in(List<String> languages) {
    return languages.stream()
        .filter(ALL::containsKey)
        .findFirst()
        .map(ALL::get)
        .orElseGet(() -> ALL.get(OTHERWISE));
  }
}
