package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would take a request past the rules: routes of the caller's own, content from elsewhere. */
final class ForbiddenContentTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final Bench BENCH = Bench.open();

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static Response ask(String body) {
    BENCH.upstream().forget();
    return BENCH.caller().body(body).post(CHAT);
  }

  private static String with(String field) {
    return "{" + field + "," + Bench.chat("auto").substring(1);
  }

  private static void assertRefused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("error.code")).isEqualTo(code);
    assertThat(BENCH.upstream().received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_base",
        "base_url",
        "custom_host",
        "api_key",
        "extra_headers",
        "user_config",
        "deployment"
      })
  void refusesParametersThatWouldChooseTheRoute(String name) {
    // when
    Response answer = ask(with("\"" + name + "\":\"http://elsewhere\""));

    // then
    assertRefused(answer, 400, "forbidden_parameter");
    assertThat(answer.jsonPath().getString("error.param")).isEqualTo(name);
    assertThat(answer.asString()).doesNotContain("elsewhere");
  }

  @Test
  void ignoresHeadersOfOtherGateways() {
    // given
    BENCH.upstream().forget();

    // when
    Response answer =
        BENCH
            .caller()
            .header("x-portkey-custom-host", "http://127.0.0.1:1")
            .header("x-target-url", "http://127.0.0.1:1")
            .header("x-litellm-api-base", "http://127.0.0.1:1")
            .header("CF-IPCountry", "IN")
            .body(Bench.chat("auto"))
            .post(CHAT);

    // then
    answer.then().statusCode(200).header("Terroir-Jurisdictions", "DE");
    assertThat(BENCH.upstream().received().getFirst().headers().keySet())
        .noneMatch(it -> it.contains("portkey") || it.contains("target") || it.contains("ipc"));
  }

  private static String image(String url) {
    String parts =
        "[{\"type\":\"text\",\"text\":\"hi\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\""
            + url
            + "\"}}]";
    return Bench.chat("auto").replace("\"hi\"}", parts + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a.png, 403, remote_content_not_permitted",
    "http://169.254.169.254/latest, 403, remote_content_not_permitted",
    "HTTPS://example.org/a.png, 400, invalid_url",
    "file:///etc/passwd, 400, invalid_url",
    "[::ffff:a9fe:a9fe], 400, invalid_url",
    "0x7f.1, 400, invalid_url",
    "2852039166, 400, invalid_url",
    "//example.org/a.png, 400, invalid_url",
    "data:text/html;base64;PHA+, 400, invalid_url",
    "'', 400, invalid_url"
  })
  void refusesImagesFromElsewhere(String url, int status, String code) {
    // when
    Response answer = ask(image(url));

    // then
    assertRefused(answer, status, code);
  }

  @Test
  void letsAnImageThroughThatIsInTheRequest() {
    // when
    Response answer = ask(image("data:image/png;base64,iVBORw0KGgo="));

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(BENCH.upstream().received().getFirst().body().toString()).contains("iVBORw0KGgo=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tools\":[{\"type\":\"web_search\"}]",
        "\"tools\":[{\"type\":\"mcp\",\"server_url\":\"https://example.org\"}]",
        "\"tools\":[{\"type\":\"code_interpreter\"}]",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}},{\"type\":\"file_search\"}]",
        "\"tools\":[{}]",
        "\"web_search_options\":{}"
      })
  void refusesToolsThatRunAtTheProvider(String field) {
    // when
    Response answer = ask(with(field));

    // then
    assertRefused(answer, 403, "remote_content_not_permitted");
    assertThat(answer.header("x-should-retry")).isEqualTo("false");
  }

  @Test
  void refusesFilesByReference() {
    // when
    Response answer =
        ask(
            Bench.chat("auto")
                .replace("\"hi\"", "[{\"type\":\"file\",\"file\":{\"file_id\":\"file-1\"}}]"));

    // then
    assertRefused(answer, 403, "remote_content_not_permitted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "../x", "\u00fc", "a;b", "{id}", "a,b"})
  void replacesARequestIdThatIsNotHarmless(String id) {
    // when
    Response answer = BENCH.caller().header("x-request-id", id).body("{").post(CHAT);

    // then
    assertThat(answer.header("x-request-id")).isEqualTo(answer.header("Terroir-Decision"));
  }

  @Test
  void replacesARequestIdThatIsTooLong() {
    // when
    Response fits = BENCH.caller().header("x-request-id", "a".repeat(64)).body("{").post(CHAT);
    Response doesNot = BENCH.caller().header("x-request-id", "a".repeat(65)).body("{").post(CHAT);

    // then
    assertThat(fits.header("x-request-id")).isEqualTo("a".repeat(64));
    assertThat(doesNot.header("x-request-id")).isEqualTo(doesNot.header("Terroir-Decision"));
  }
}
