package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Answers;
import dev.terroir.fixtures.Await;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The official clients for Node in {@code src/test/node}: OpenAI's, Anthropic's and Vercel's. They
 * are installed with {@code npm ci} in that folder; without Node, or without them, this is skipped.
 */
final class NodeSdkTest {

  private static final Path FOLDER = Path.of("src/test/node");
  private static final long PATIENCE_SECONDS = 120;

  private static Map<String, String> world(Map<String, String> files) {
    Map<String, String> world = EmbeddingsTest.world(files);
    String host = world.getOrDefault("hosts/de.yaml", "");
    String endpoint =
        host.substring(host.indexOf("endpoint: ") + 10).lines().findFirst().orElse("");
    StringBuilder more = new StringBuilder(host);
    for (String site : new String[] {"json", "slow", "broken"}) {
      more.append(
          SmallWorld.deployment(
              site, "model-one", "DE", it -> endpoint.replace("/one/", "/" + it + "/")));
    }
    world.put("hosts/de.yaml", more.toString());
    return world;
  }

  @Test
  void officialClientsForNodeAreServed() throws Exception {
    assumeInstalled();
    try (Bench bench = Bench.open(TestGateway.LIMITS, NodeSdkTest::world)) {
      // given
      Script slow = Script.stream().chunk("wait").hang();
      bench.upstream().script("one", Script.answering("hello"));
      bench.upstream().script("two", Answers.twoCalls());
      bench.upstream().script("json", Script.answering("{\"city\":\"Berlin\"}"));
      bench.upstream().script("slow", slow);
      bench.upstream().script("broken", Script.stream().chunk("he").reset());

      // when
      String report = run(bench.gateway().url());

      // then
      assertThat(report).contains("# fail 0").doesNotContain("# pass 0");
      assertThat(Await.until(Duration.ofSeconds(2), () -> slow.abandoned() == 3))
          .as("whoever left has ended the work upstream")
          .isTrue();
    }
  }

  private static String run(String url) throws IOException, InterruptedException {
    Path report = Files.createTempFile("terroir-node", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder("node", "--test", "--test-reporter=tap")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(report.toFile());
      builder.environment().put("TERROIR_URL", url);
      builder.environment().put("TERROIR_KEY", SmallWorld.KEY);
      Process process = builder.start();
      try {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroy();
      }
      String text = Files.readString(report);
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    } finally {
      Files.delete(report);
    }
  }

  /** Skips the test, and says so; where optional tests are required, that is a failure. */
  private static void assumeInstalled() {
    boolean installed = hasNode() && Files.isDirectory(FOLDER.resolve("node_modules"));
    String why = "there is no `node` on the PATH, or `npm ci` was not run in " + FOLDER;
    if (!installed && "required".equals(System.getenv("TERROIR_OPTIONAL_TESTS"))) {
      throw new AssertionError("NodeSdkTest is required here, and " + why);
    }
    if (!installed) {
      System.out.println("NodeSdkTest is skipped: " + why);
    }
    Assumptions.assumeTrue(installed, why);
  }

  private static boolean hasNode() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }
}
