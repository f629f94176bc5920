package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An operator edits a file of the running product, breaks it, and repairs it. */
@QuarkusTest
@TestProfile(LiveReloadTest.CopyOfTheFolder.class)
final class LiveReloadTest {

  private static final Path FOLDER = Path.of("target/test-data/live");

  /** Runs on a copy of what is shipped. */
  public static final class CopyOfTheFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      copy(Path.of("config"), FOLDER);
      return Map.of(
          "terroir.config", FOLDER.toString(),
          "terroir.reload.interval", "500ms",
          "terroir.audit.directory", "target/test-audit-live");
    }

    private static void copy(Path from, Path to) {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.toList()) {
          Path target = to.resolve(from.relativize(file));
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @TestHTTPResource(value = "/", management = true)
  @SuppressWarnings("NullAway.Init")
  URI management;

  private static Response farmer() {
    return given()
        .header("Authorization", "Bearer tk_krishi_for-development-only")
        .contentType("application/json")
        .body(
            "{\"model\": \"auto\", \"messages\": [{\"role\": \"user\", \"content\": \"नमस्ते\"}]}")
        .post("/v1/chat/completions");
  }

  private JsonPath health() {
    return given().get(management.resolve("/q/health/ready")).jsonPath();
  }

  private String metrics() {
    return given().get(management.resolve("/q/metrics")).asString();
  }

  private static void within(Duration most, org.awaitility.core.ThrowingRunnable rule) {
    Awaitility.await().atMost(most).untilAsserted(rule);
  }

  @Test
  void takesAnEditOverAndKeepsTheLastGoodOneThroughABrokenOne() throws IOException {
    // given
    Path india = FOLDER.resolve("countries/IN.yaml");
    String text = Files.readString(india);
    String first = farmer().header("Terroir-Policy");
    assertThat(farmer().header("Terroir-Deployment")).startsWith("vllm-mumbai/");

    // when: a rule is staged
    Files.writeString(
        india,
        text.replaceFirst(
            "\nrules:\n",
            """

            rules:
              - {id: staged, law: spdi-7, mode: shadow, where: {hosting: self}, forbid: true}
            """));

    // then
    within(
        Duration.ofSeconds(30),
        () -> assertThat(farmer().header("Terroir-Policy")).isNotEqualTo(first));
    assertThat(farmer().header("Terroir-Deployment")).startsWith("vllm-mumbai/");
    assertThat(metrics())
        .containsPattern(
            "terroir_rules_watched_total\\{effect=\"would-exclude\",rule=\"IN/staged\"");
    String second = farmer().header("Terroir-Policy");

    // when: the file is broken
    Files.writeString(india, text.replaceFirst("\nrules:\n", "\nrulez:\n"));

    // then: it is told, and changes nothing
    within(
        Duration.ofSeconds(30),
        () ->
            assertThat(health().getString("checks.find { it.name == 'terroir' }.data.policies"))
                .isEqualTo("faulty"));
    assertThat(health().getString("status")).isEqualTo("UP");
    assertThat(health().getString("checks.find { it.name == 'terroir' }.data.fault-1"))
        .matches("countries/IN\\.yaml:\\d+:\\d+: unknown key `rulez`, did you mean `rules`\\?");
    assertThat(metrics())
        .containsPattern("terroir_policy_faulty(\\{\\})? 1\\.0")
        .containsPattern("terroir_policy_reloads_total\\{result=\"refused\"\\} 1\\.0");
    assertThat(farmer().header("Terroir-Policy")).isEqualTo(second);

    // when: it is as it was
    Files.writeString(india, text);

    // then
    within(
        Duration.ofSeconds(30),
        () -> assertThat(farmer().header("Terroir-Policy")).isEqualTo(first));
    assertThat(health().getString("checks.find { it.name == 'terroir' }.data.policies"))
        .isEqualTo("good");
    Response snapshots =
        given()
            .header("Authorization", "Bearer tk_operator_for-development-only")
            .get("/admin/v1/policies/snapshots");
    assertThat(snapshots.jsonPath().getList("snapshots.digest")).containsExactly(first, second);
  }
}
