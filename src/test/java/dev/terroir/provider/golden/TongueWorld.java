package dev.terroir.provider.golden;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.gateway.Limits;
import dev.terroir.provider.Deadlines;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The small world, in which Germany's host speaks another dialect. */
final class TongueWorld {

  private static final Limits LIMITS =
      TestGateway.limits(
          new Deadlines(
              Duration.ofMillis(500),
              Duration.ofMillis(150),
              Duration.ofMillis(150),
              Duration.ofSeconds(10)),
          Duration.ofSeconds(5));

  private TongueWorld() {}

  /**
   * @param credential what the host's file says of credentials, or empty
   */
  static Map<String, String> speaking(Map<String, String> files, Tongue tongue, String credential) {
    String dialect = tongue.name().toLowerCase(Locale.ROOT).replace('_', '-');
    files.computeIfPresent(
        "hosts/de.yaml",
        (name, text) ->
            text.replace("dialect: openai", "dialect: " + dialect)
                .replace(
                    "    stored-in:",
                    "    region: eu-central-1\n" + credential + "    stored-in:"));
    return files;
  }

  /** With {@code one} at {@code endpoint}. */
  static Bench open(Tongue tongue, String endpoint) {
    return Bench.open(LIMITS, files -> Bench.moved(speaking(files, tongue, ""), "one", endpoint));
  }
}
