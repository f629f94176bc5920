package dev.terroir.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulator can stand in for, and that it always says so. */
@QuarkusTest
final class SimulatorTest {

  private static ValidatableResponse ask(String body) {
    return given()
        .header("Authorization", "Bearer tk_acme_for-development-only")
        .contentType("application/json")
        .body(body)
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .header("Terroir-Simulated", equalTo("true"));
  }

  @Test
  void callsAToolThatTheRequestDemands() {
    ValidatableResponse answer =
        ask(
            """
            {"model": "auto", "tool_choice": "required",
             "messages": [{"role": "user", "content": "weather?"}],
             "tools": [{"type": "function", "function": {"name": "weather", "parameters":
               {"type": "object", "required": ["city", "days"],
                "properties": {"city": {"type": "string"}, "days": {"type": "integer"}}}}}]}
            """);
    answer
        .body("choices[0].finish_reason", equalTo("tool_calls"))
        .body("choices[0].message.tool_calls[0].function.name", equalTo("weather"));
    String arguments = answer.extract().path("choices[0].message.tool_calls[0].function.arguments");
    assertThat(JsonPath.from(arguments).getString("city")).isNotEmpty();
    assertThat(JsonPath.from(arguments).getInt("days")).isPositive();
  }

  @Test
  void answersWithJsonWhereThatIsAskedFor() {
    String content =
        ask("""
        {"model": "auto", "response_format": {"type": "json_object"},
         "messages": [{"role": "user", "content": "as JSON, please"}]}
        """)
            .extract()
            .path("choices[0].message.content");
    assertThat(JsonPath.from(content).getBoolean("simulated")).isTrue();
  }

  @Test
  void countsTokensAndMarksTheText() {
    ask("""
    {"model": "auto", "messages": [{"role": "user", "content": "How are you this morning?"}]}
    """)
        .body("usage.prompt_tokens", greaterThan(0))
        .body("usage.completion_tokens", greaterThan(0))
        .body("system_fingerprint", equalTo("terroir-simulator"))
        .body("choices[0].message.content", startsWith("[simulated]"));
  }

  @Test
  void streamsWordByWordToTheEnd() {
    String events =
        ask("""
        {"model": "auto", "stream": true, "messages": [{"role": "user", "content": "Hi"}]}
        """)
            .contentType("text/event-stream")
            .extract()
            .asString();
    List<String> data = events.lines().filter(line -> !line.isEmpty()).toList();
    assertThat(data).hasSizeGreaterThan(5).allMatch(line -> line.startsWith("data: "));
    assertThat(data.getLast()).isEqualTo("data: [DONE]");
    assertThat(data.get(data.size() - 2)).contains("\"finish_reason\":\"stop\"");
  }
}
