package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.SmallWorld;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InquiryTest {

  private static final Bench BENCH = Bench.open();

  @AfterEach
  void nothingIsEverSent() {
    assertThat(BENCH.upstream().received()).isEmpty();
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  @Test
  void listsModelsInTheShapeOfOpenAi() {
    // when
    Response answer = BENCH.caller().get("/v1/models");

    // then
    answer
        .then()
        .statusCode(200)
        .body("object", equalTo("list"))
        .body("data.id", contains("auto", "model-abroad", "model-one", "model-two"))
        .body("data.object", everyItem(equalTo("model")))
        .body("data.created", everyItem(equalTo(0)))
        .body("data.owned_by", contains("terroir", "maker", "maker", "maker"));
    assertThat(answer.header("Terroir-Jurisdictions")).isEqualTo("DE");
  }

  @Test
  void listsModelsInTheShapeOfAnthropic() {
    // when
    Response answer = BENCH.caller().header("anthropic-version", "2023-06-01").get("/v1/models");

    // then
    answer
        .then()
        .statusCode(200)
        .body("data.type", everyItem(equalTo("model")))
        .body("data.display_name[2]", equalTo("Model one"))
        .body("data.created_at", everyItem(equalTo("1970-01-01T00:00:00Z")))
        .body("has_more", equalTo(false))
        .body("first_id", equalTo("auto"))
        .body("last_id", equalTo("model-two"));
  }

  @Test
  void listsOnlyWhatIsLawfulForTheseFacts() {
    // when
    Response answer = BENCH.caller().header("Terroir-Data", "health").get("/v1/models");

    // then
    answer.then().body("data.id", contains("auto", "model-one", "model-two"));
  }

  @Test
  void listsOnlyWhatTheTenantMayUse() {
    // when
    Response answer = BENCH.callerWith(SmallWorld.NARROW_KEY).get("/v1/models");

    // then
    answer.then().body("data.id", contains("model-one"));
  }

  @Test
  void listsNothingWhereThePurposeIsProhibited() {
    // when
    Response answer =
        BENCH
            .caller()
            .header("Terroir-Purpose", "social-scoring")
            .header("anthropic-version", "2023-06-01")
            .get("/v1/models");

    // then
    answer
        .then()
        .statusCode(200)
        .body("data", hasSize(0))
        .body("first_id", nullValue())
        .body("last_id", nullValue());
  }

  @Test
  void answersWithOneModel() {
    // when
    Response openAi = BENCH.caller().get("/v1/models/model-one");
    Response anthropic =
        BENCH.caller().header("anthropic-version", "2023-06-01").get("/v1/models/model-one");

    // then
    openAi.then().body("id", equalTo("model-one")).body("owned_by", equalTo("maker"));
    anthropic.then().body("id", equalTo("model-one")).body("display_name", equalTo("Model one"));
  }

  @Test
  void findsNoModelThatIsNotLawfulHere() {
    // when
    Response answer =
        BENCH.caller().header("Terroir-Data", "health").get("/v1/models/model-abroad");

    // then
    answer.then().statusCode(404).body("error.code", equalTo("model_not_found"));
  }

  @Test
  void explainsEveryDeploymentWithItsReasons() {
    // when
    Response answer =
        BENCH
            .caller()
            .body("{\"facts\":{\"data\":[\"health\"],\"country\":\"IN\"}}")
            .post("/v1/decisions");

    // then
    answer
        .then()
        .statusCode(200)
        .body("object", equalTo("decision"))
        .body("id", equalTo(answer.header("Terroir-Decision")))
        .body("decision", equalTo("permit"))
        .body("cause", nullValue())
        .body("jurisdictions.code", contains("DE", "IN"))
        .body("jurisdictions.because", contains("tenant", "request"))
        .body("candidates", contains("one/model-one", "two/model-two"))
        .body("lawful", contains("model-one", "model-two"))
        .body("deployments.permitted", equalTo(List.of(false, true, true)))
        .body("deployments[0].id", equalTo("abroad/model-abroad"))
        .body("deployments[0].located_in", contains("IN"))
        .body("deployments[0].reasons.rule", contains("DE/health-stays"));
  }

  @Test
  void explainsADenialAsAnAnswerAndNotAsAnError() {
    // when
    Response answer =
        BENCH.caller().body("{\"facts\":{\"purpose\":\"social-scoring\"}}").post("/v1/decisions");

    // then
    answer
        .then()
        .statusCode(200)
        .body("decision", equalTo("deny"))
        .body("cause", equalTo("purpose_prohibited"))
        .body("candidates", hasSize(0))
        .body("deployments", hasSize(3))
        .body("deployments.permitted", everyItem(equalTo(false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | invalid_request",
        "{\"facts\":[]} | invalid_request",
        "{\"facts\":{\"colour\":\"red\"}} | invalid_request",
        "{\"facts\":{\"country\":\"UK\"}} | unknown_country",
        "{\"facts\":{\"data\":\"helth\"}} | unknown_value",
        "{\"facts\":{\"data\":{}}} | unknown_value",
        "{\"facts\":{\"data\":\"health\"},\"facts\":{}} | invalid_request"
      })
  void refusesFactsThatItDoesNotKnow(String body, String code) {
    // when
    Response answer = BENCH.caller().body(body).post("/v1/decisions");

    // then
    answer.then().statusCode(400).body("error.code", equalTo(code));
  }
}
