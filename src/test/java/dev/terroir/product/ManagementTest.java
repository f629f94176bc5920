package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Health and metrics, on their own port. */
@QuarkusTest
final class ManagementTest {

  @TestHTTPResource(value = "/", management = true)
  @SuppressWarnings("NullAway.Init")
  URI management;

  @Test
  void isReadyWhenTheLogCanBeWritten() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get(management.resolve("/q/health/ready"))
                    .then()
                    .statusCode(200)
                    .body("checks.name", hasItem("terroir")));
  }

  @Test
  void livesAndHasStarted() {
    given().get(management.resolve("/q/health/live")).then().statusCode(200);
    given().get(management.resolve("/q/health/started")).then().statusCode(200);
  }

  @Test
  void countsExchangesByOutcome() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/chat/completions")
        .then()
        .statusCode(401)
        .body("error.code", equalTo("invalid_key"));
    given()
        .get(management.resolve("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("terroir_exchange_duration_seconds_count{code=\"invalid_key\""))
        .body(containsString("terroir_exchanges_in_flight"));
  }

  @Test
  void theDataPortShowsNeither() {
    given().get("/q/metrics").then().statusCode(404);
    given().get("/q/health/ready").then().statusCode(404);
  }
}
