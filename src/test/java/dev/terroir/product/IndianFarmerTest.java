package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A farmer in India who writes Hindi to an advice line. */
@QuarkusTest
final class IndianFarmerTest {

  private static final String KEY = "tk_krishi_for-development-only";

  private static String chat(String question) {
    return """
    {"model": "auto", "messages": [{"role": "user", "content": "%s"}]}
    """
        .formatted(question);
  }

  @Test
  void isAnsweredInHindiByAModelMadeAndRunInIndia() {
    given()
        .header("Authorization", "Bearer " + KEY)
        .contentType("application/json")
        .body(chat("मेरी धान की फसल में पत्तियाँ पीली हो रही हैं, क्या करूँ?"))
        .when()
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .header("Terroir-Jurisdictions", equalTo("IN"))
        .header("Terroir-Model", startsWith("sarvam"))
        .header("Terroir-Served-In", equalTo("IN"))
        .body("choices[0].message.content", startsWith("[अनुकरण]"));
  }

  @Test
  void mayAlsoNameAModelAbroadForTheNegativeListIsEmpty() {
    given()
        .header("Authorization", "Bearer " + KEY)
        .contentType("application/json")
        .body(chat("What is the price of rice?").replace("auto", "mistral-small-3.2"))
        .when()
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .header("Terroir-Served-In", not(equalTo("IN")));
  }

  /** The same question from a French studio, in the same language, is bound by French law. */
  @Test
  void isNotTheFrenchStudio() {
    given()
        .header("Authorization", "Bearer tk_atelier_for-development-only")
        .contentType("application/json")
        .body("{\"model\": \"sarvam-30b\"}")
        .when()
        .post("/v1/decisions")
        .then()
        .statusCode(200)
        .body("decision", equalTo("deny"))
        .body("jurisdictions.code", hasItem("FR"))
        .body("deployments[0].reasons.rule", hasItem("EU/transfer"));
  }
}
