package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * With the simulator off, as in production: nothing is made up, and what cannot be called says so.
 */
@QuarkusTest
@TestProfile(WithoutSimulatorTest.Off.class)
final class WithoutSimulatorTest {

  /** Switches the simulator off and keeps the development keys. */
  public static final class Off implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "terroir.simulator.enabled",
          "false",
          "terroir.audit.directory",
          "target/test-audit-off",
          "terroir.deadlines.connect",
          "200ms");
    }
  }

  private static List<String> why(JsonPath decision, String deployment) {
    return decision.getList(
        "deployments.find { it.id == '" + deployment + "' }.reasons.law", String.class);
  }

  @Test
  void excludesWhatHasNoCredentialOrNoAdapterWithThatAsTheReason() {
    // when
    JsonPath decision =
        given()
            .header("Authorization", "Bearer tk_acme_for-development-only")
            .contentType("application/json")
            .body("{}")
            .post("/v1/decisions")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    // then
    assertThat(why(decision, "openai-us/gpt-6")).contains("its credential is not set");
    assertThat(why(decision, "bedrock-us-east-1/nova-2"))
        .contains("its credential is not set")
        .doesNotContain("no adapter speaks its dialect yet");
    assertThat(why(decision, "watsonx-us-south/granite-4"))
        .contains("no adapter speaks its dialect yet");
    assertThat(why(decision, "vllm-virginia/llama-3.3-70b")).isEmpty();
  }

  @Test
  void failsVisiblyWhereTheMachineIsNotThere() {
    given()
        .header("Authorization", "Bearer tk_clinic_for-development-only")
        .contentType("application/json")
        .body(
            """
            {"model": "mistral-small-3.2", "messages": [{"role": "user", "content": "Hallo"}]}
            """)
        .when()
        .post("/v1/chat/completions")
        .then()
        .statusCode(502)
        .header("Terroir-Simulated", nullValue())
        .header("Terroir-Deployment", nullValue())
        .body("error.code", equalTo("upstream_failed"));
  }
}
