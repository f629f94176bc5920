package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A doctor in a German clinic, paid by the statutory insurance. */
@QuarkusTest
final class GermanDoctorTest {

  private static final String KEY = "tk_clinic_for-development-only";
  private static final String QUESTION =
      "Welche Wechselwirkungen hat Ramipril mit Ibuprofen bei älteren Patienten?";

  private static String chat(String model) {
    return """
    {"model": "%s", "messages": [{"role": "user", "content": "%s"}]}
    """
        .formatted(model, QUESTION);
  }

  @Test
  void isAnsweredByAMachineInGermanyInGerman() {
    given()
        .header("Authorization", "Bearer " + KEY)
        .contentType("application/json")
        .body(chat("auto"))
        .when()
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .header("Terroir-Jurisdictions", equalTo("DE"))
        .header("Terroir-Deployment", startsWith("vllm-frankfurt/"))
        .header("Terroir-Served-In", equalTo("DE"))
        .header("Terroir-Duties", containsString("disclose-ai"))
        .header("Terroir-Simulated", equalTo("true"))
        .body("choices[0].message.content", startsWith("[simuliert]"));
  }

  @Test
  void isRefusedAModelWhoseHostHasNoC5AttestationWithTheLawThatSaysSo() {
    given()
        .header("x-api-key", KEY)
        .contentType("application/json")
        .body(chat("gpt-6"))
        .when()
        .post("/v1/chat/completions")
        .then()
        .statusCode(451)
        .header("x-should-retry", equalTo("false"))
        .body("error.code", equalTo("no_lawful_deployment"))
        .body("error.param", equalTo("model"))
        .body("terroir.jurisdictions", equalTo("DE"))
        .body("terroir.reasons.rule", hasItem("DE/health-cloud"))
        .body("terroir.reasons.find { it.rule == 'DE/health-cloud' }.law", containsString("393"))
        .body("terroir.lawful", hasItem("mistral-small-3.2"));
  }

  @Test
  void isShownOnlyWhatIsLawfulForHealthData() {
    given()
        .header("api-key", KEY)
        .when()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("data.id", hasItems("auto", "mistral-small-3.2"))
        .body("data.id", not(hasItem("deepseek-v4")))
        .body("data.id", not(hasItem("gpt-6")));
  }

  @Test
  void isToldWhyEveryOtherDeploymentIsExcluded() {
    // when
    Response response =
        given()
            .header("Authorization", "Bearer " + KEY)
            .contentType("application/json")
            .body("{}")
            .post("/v1/decisions");

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getString("decision")).isEqualTo("permit");
    List<String> unexplained =
        response
            .jsonPath()
            .getList("deployments.findAll { !it.permitted && it.reasons.size() == 0 }.id");
    assertThat(unexplained).isEmpty();
    List<String> abroad =
        response
            .jsonPath()
            .getList(
                "deployments.findAll { it.permitted && it.located_in != ['DE']"
                    + " }.located_in.flatten()");
    assertThat(abroad).isNotEmpty().isSubsetOf(StatutoryHealth.places());
  }

  @Test
  void aRefusalOfEverythingNamesSomeDeploymentsAndCountsTheRest() {
    // when
    Response response =
        given()
            .header("Authorization", "Bearer " + KEY)
            .header("Terroir-Purpose", "social-scoring")
            .contentType("application/json")
            .body("{\"model\": \"auto\", \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}")
            .post("/v1/chat/completions");

    // then
    assertThat(response.statusCode()).isEqualTo(451);
    String reason = "terroir.reasons.find { it.rule == 'EU/prohibited-practices' }";
    assertThat(response.jsonPath().getList(reason + ".deployments")).hasSize(20);
    assertThat(response.jsonPath().getInt(reason + ".more")).isGreaterThan(500);
    assertThat(response.asString().length()).isLessThan(64 * 1024);
  }

  @Test
  void cannotTalkTheRulesAway() {
    given()
        .header("Authorization", "Bearer " + KEY)
        .header("Terroir-Data", "public")
        .header("Terroir-Payer", "private")
        .header("Terroir-Country", "US")
        .contentType("application/json")
        .body(chat("gpt-6"))
        .when()
        .post("/v1/chat/completions")
        .then()
        .statusCode(451)
        .header("Terroir-Jurisdictions", equalTo("DE,US"))
        .body("terroir.reasons.rule", hasItem("DE/health-cloud"));
  }
}
