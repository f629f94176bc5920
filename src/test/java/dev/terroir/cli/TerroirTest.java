package dev.terroir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command line, run as a user runs it. */
final class TerroirTest {

  private record Run(int status, String out) {}

  private static Run run(Path folder, String... args) {
    PrintStream standard = System.out;
    PrintStream error = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
    try {
      YamlPolicyFolder files = new YamlPolicyFolder(new Secrets(name -> Optional.empty()));
      int status = Terroir.run(files, folder, Clock.systemUTC(), args);
      return new Run(status, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(standard);
      System.setErr(error);
    }
  }

  private static Path shipped() {
    return Path.of("config");
  }

  @Test
  void checkFindsNothingInWhatIsShipped() {
    Run run = run(shipped(), "policy", "check");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("61 countries, 46 blocs, 176 models").contains("no fault");
  }

  @Test
  void checkNamesEveryFault() {
    Map<String, String> files = new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
    files.computeIfPresent("countries/DE.yaml", (name, text) -> text.replace("health}", "helth}"));
    Run run = run(Libraries.write(files), "policy", "check");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("countries/DE\\.yaml:\\d+:\\d+: unknown word `helth`")
        .contains("did you mean `health`?");
  }

  @Test
  void explainNamesTheRuleAndTheLawOfEveryExclusion() {
    Run run =
        run(
            shipped(),
            "policy",
            "explain",
            "country=DE",
            "sector=health",
            "data=health",
            "payer=statutory");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("bound by: DE")
        .contains("+ vllm-frankfurt/mistral-small-3.2")
        .contains("DE/health-cloud: SGB V");
  }

  @Test
  void explainKnowsTheFuture() {
    String[] child = {"country=IN", "age=17"};
    Run today = run(shipped(), "policy", "explain", "--on", "2026-11-24", child[0], child[1]);
    Run later = run(shipped(), "policy", "explain", "--on", "2027-06-01", child[0], child[1]);
    assertThat(today.status()).isZero();
    assertThat(later.status()).isEqualTo(1);
    assertThat(later.out()).contains("IN/children");
  }

  @Test
  void explainShowsWhatARuleWouldDoThatIsOnlyWatched() {
    // given
    Map<String, String> files = new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
    String[] asked = {"policy", "explain", "country=DE", "data=health"};
    Run without = run(Libraries.write(files), asked);
    files.computeIfPresent(
        "countries/DE.yaml",
        (name, text) ->
            text.replace(
                "rules:\n",
                """
                rules:
                  - id: staged
                    law: secrets
                    mode: shadow
                    require: {located-in: FR}
                """));

    // when
    Run watched = run(Libraries.write(files), asked);

    // then
    assertThat(watched.status()).isEqualTo(without.status()).isZero();
    assertThat(watched.out())
        .startsWith(without.out())
        .endsWith(
            "\nwatched, and deciding nothing yet:\n~ DE/staged: would deny: Law on secrets\n");
    assertThat(without.out()).doesNotContain("watched");
  }

  @Test
  void aWrongWordIsExplainedAndEndsWithTwo() {
    assertThat(run(shipped(), "policy", "explain", "country=de").status()).isEqualTo(2);
    assertThat(run(shipped(), "policy", "explain", "sectr=health").out())
        .contains("no fact `sectr`");
    assertThat(run(shipped(), "polcy").status()).isEqualTo(2);
  }

  @Test
  void verifySaysWhereThereIsNoLog() {
    Run run = run(shipped(), "audit", "verify", "--directory", "no/such/log");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("no folder `no/such/log`");
  }

  @Test
  void aNewKeyIsTheOneWhoseDigestIsShown() {
    Run run = run(shipped(), "keys", "new", "billing");
    String key =
        run.out().lines().filter(line -> line.contains("tk_billing_")).findFirst().orElseThrow();
    assertThat(run.out()).contains(dev.terroir.identity.Keys.digest(key.strip()));
  }
}
