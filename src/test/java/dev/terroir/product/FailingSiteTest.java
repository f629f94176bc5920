package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The doctor's own machine is down, and the simulator is as slow as a real model. */
@QuarkusTest
@TestProfile(FailingSiteTest.FrankfurtDown.class)
final class FailingSiteTest {

  /** Takes the site in Frankfurt down. */
  public static final class FrankfurtDown implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "terroir.simulator.failing", "vllm-frankfurt",
          "terroir.simulator.first-token", "40ms",
          "terroir.audit.directory", "target/test-audit-failing");
    }
  }

  private static ValidatableResponse ask(String model) {
    return given()
        .header("Authorization", "Bearer tk_clinic_for-development-only")
        .contentType("application/json")
        .body(
            "{\"model\": \""
                + model
                + "\", \"messages\": [{\"role\": \"user\", \"content\": \"Guten Morgen\"}]}")
        .post("/v1/chat/completions")
        .then();
  }

  @Test
  void theNextLawfulMachineAnswersAndNoneThatIsNotLawful() {
    ValidatableResponse answer = ask("auto");
    answer
        .statusCode(200)
        .header("Terroir-Deployment", not(startsWith("vllm-frankfurt")))
        .header("Terroir-Jurisdictions", equalTo("DE"));
    assertThat(answer.extract().header("Terroir-Served-In")).isIn(StatutoryHealth.places());
    assertThat(answer.extract().time()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void whatIsOnlyThereFailsVisibly() {
    ask("vllm-frankfurt/teuken-7b").statusCode(502).body("error.code", equalTo("upstream_failed"));
  }
}
