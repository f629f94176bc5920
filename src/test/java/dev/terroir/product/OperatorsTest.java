package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators' calls over HTTP, with the policies that are shipped. */
@QuarkusTest
final class OperatorsTest {

  private static final String KEY = "tk_operator_for-development-only";

  private static RequestSpecification operator() {
    return given().header("Authorization", "Bearer " + KEY).contentType("application/json");
  }

  private static String germany() throws IOException {
    return Files.readString(Path.of("config/countries/DE.yaml"));
  }

  private static void problem(Response response, int status, String code) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(response.header("Terroir-Decision")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, policies",
    "GET, policies/DE",
    "GET, policies/snapshots",
    "GET, dependence",
    "POST, policies/check",
    "POST, policies/test",
    "POST, policies/explain",
    "POST, policies/diff",
    "POST, drills"
  })
  void onlyAnOperatorsKeyOpensThem(String method, String path) {
    for (String key : List.of("tk_clinic_for-development-only", "tk_nobody", "")) {
      RequestSpecification caller = given().contentType("application/json").body("{}");
      Response response =
          (key.isEmpty() ? caller : caller.header("x-api-key", key))
              .request(method, "/admin/v1/" + path);
      problem(response, 401, "invalid_key");
    }
  }

  @Test
  void anOperatorsKeyIsNoTenants() {
    Response response = operator().body("{}").post("/v1/decisions");
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void showsThePoliciesInForce() {
    Response response = operator().get("/admin/v1/policies");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getString("digest"))
        .isEqualTo(response.header("Terroir-Policy"));
    assertThat(response.jsonPath().getList("countries.country")).contains("DE", "IN", "US-CA");
    assertThat(response.jsonPath().getInt("counts.deployments")).isPositive();
  }

  @Test
  void showsACountrysRulesWithTheirLaws() throws IOException {
    Response response = operator().get("/admin/v1/policies/DE");
    assertThat(response.jsonPath().getString("file")).isEqualTo("countries/DE.yaml");
    assertThat(response.jsonPath().getString("text")).isEqualTo(germany());
    Map<String, Object> rule =
        response.jsonPath().getMap("rules.find { it.id == 'DE/health-cloud' }");
    assertThat(rule).containsEntry("mode", "enforce").containsEntry("from", "2025-07-01");
    assertThat(String.valueOf(rule.get("at"))).matches("countries/DE\\.yaml:\\d+:\\d+");
    assertThat(String.valueOf(rule.get("law"))).contains("confidence=high").contains("§393");
    problem(operator().get("/admin/v1/policies/XX"), 404, "not_found");
  }

  @Test
  void readsASnapshotBack() throws IOException {
    Response list = operator().get("/admin/v1/policies/snapshots");
    String digest = list.jsonPath().getString("snapshots[0].digest");
    assertThat(digest).isEqualTo(list.header("Terroir-Policy"));
    Response snapshot = operator().get("/admin/v1/policies/snapshots/" + digest);
    assertThat(snapshot.jsonPath().getString("files.'countries/DE.yaml'")).isEqualTo(germany());
    problem(operator().get("/admin/v1/policies/snapshots/0000"), 404, "not_found");
  }

  @Test
  void namesWhatIsWrongWithAChangeAndChangesNothing() throws IOException {
    // given
    String broken = germany().replace("sector: health,", "sector: helth,");

    // when
    Response response =
        operator()
            .body(Map.of("files", Map.of("countries/DE.yaml", broken)))
            .post("/admin/v1/policies/check");

    // then
    problem(response, 422, "invalid_policies");
    assertThat(response.jsonPath().getString("faults[0].file")).isEqualTo("countries/DE.yaml");
    assertThat(response.jsonPath().getInt("faults[0].line")).isGreaterThan(1);
    assertThat(response.jsonPath().getString("faults[0].message"))
        .contains("did you mean `health`");
    assertThat(operator().get("/admin/v1/policies/DE").jsonPath().getString("text"))
        .isEqualTo(germany());
  }

  @Test
  void runsTheScenariosAgainstAChange() throws IOException {
    // given: nothing is required of a cloud any more
    String lax = germany().replaceFirst("      certified: C5-type2\n", "");

    // when
    Response response =
        operator()
            .body(Map.of("files", Map.of("countries/DE.yaml", lax)))
            .post("/admin/v1/policies/test");

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getInt("scenarios")).isGreaterThan(500);
    assertThat(response.jsonPath().getInt("not_as_expected")).isPositive();
    assertThat(response.jsonPath().getString("failures[0].at")).startsWith("scenarios/");
  }

  @Test
  void explainsARequestAsTheCommandLineDoes() {
    Response response =
        operator()
            .body(
                Map.of(
                    "facts",
                    Map.of(
                        "country",
                        "DE",
                        "sector",
                        "health",
                        "data",
                        "health",
                        "payer",
                        "statutory"),
                    "model",
                    "gpt-6"))
            .post("/admin/v1/policies/explain");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getString("decision")).isEqualTo("deny");
    assertThat(response.jsonPath().getList("deployments.reasons.rule.flatten()"))
        .contains("DE/health-cloud");
  }

  @Test
  void comparesAChangeWithWhatIsInForce() throws IOException {
    // given
    String stricter =
        germany()
            .replace(
                "prefer:\n",
                "  - {id: all, law: gdpr-8, when: {sector: media}, forbid: true}\n\nprefer:\n");

    // when
    Response response =
        operator()
            .body(
                Map.of("files", Map.of("countries/DE.yaml", stricter), "countries", List.of("DE")))
            .post("/admin/v1/policies/diff");

    // then
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(response.jsonPath().getList("changes.sectors.flatten().unique()"))
        .containsExactly("media");
    assertThat(response.jsonPath().getList("changes.kind.unique()")).contains("refused");
  }

  @Test
  void drills() {
    Response response =
        operator()
            .body(Map.of("cuts", List.of("controlled-from=US"), "model", "auto/frontier"))
            .post("/admin/v1/drills");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getInt("cut_off")).isPositive();
    int before = response.jsonPath().getInt("before.served");
    int after = response.jsonPath().getInt("after.served");
    int refused = response.jsonPath().getInt("countries.refused.sum()");
    assertThat(after).isLessThan(before).isEqualTo(before - refused);
  }

  @Test
  void showsOnWhomEveryCountryDepends() {
    Response response = operator().get("/admin/v1/dependence");
    assertThat(response.jsonPath().getMap("countries.DE.place.shares")).containsKey("DE");
    assertThat(response.jsonPath().getDouble("all.origin.concentration")).isBetween(0.01, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drills | {\"cut\": []} | cut",
        "drills | {\"cuts\": \"maker=x\"} | cuts",
        "drills | {\"cuts\": [1]} | cuts",
        "drills | {\"cuts\": [\"maker=antropic\"]} | cuts",
        "drills | {\"countries\": [\"XX\"]} | countries",
        "drills | {\"data\": [\"helth\"]} | data",
        "drills | {\"model\": \"gpt-99\"} | model",
        "drills | {\"on\": \"2026-02-30\"} | on",
        "drills | {\"all_papers\": 1} | all_papers",
        "policies/explain | {\"facts\": {\"country\": \"Germany\"}} | facts",
        "policies/explain | {\"facts\": {}} | facts",
        "policies/explain | {\"tenant\": \"nobody\"} | facts",
        "policies/diff | {\"files\": {\"x.yaml\": 1}} | files"
      })
  void saysWhichFieldOfAnOrderIsWrong(String path, String body, String field) {
    Response response = operator().body(body).post("/admin/v1/" + path);
    problem(response, 400, "invalid_request");
    assertThat(response.jsonPath().getString("field")).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"cuts\": [], \"cuts\": []}", "nothing", ""})
  void refusesWhatIsNoOrder(String body) {
    problem(operator().body(body).post("/admin/v1/drills"), 400, "invalid_request");
  }

  @Test
  void knowsNoOtherPath() {
    problem(operator().get("/admin/v1/everything"), 404, "not_found");
    problem(operator().delete("/admin/v1/policies"), 404, "not_found");
    problem(
        operator()
            .body(Map.of("files", Map.of("../secret.yaml", "x: 1")))
            .post("/admin/v1/policies/check"),
        422,
        "invalid_policies");
  }
}
