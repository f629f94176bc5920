package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import dev.terroir.fixtures.Answers;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponsesTest {

  private static final String PATH = "/v1/responses";
  private static final Bench BENCH = Bench.open();
  private static final OpenAIClient CLIENT =
      OpenAIOkHttpClient.builder()
          .baseUrl(BENCH.gateway().url() + "/v1")
          .apiKey(SmallWorld.KEY)
          .build();

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
    BENCH.upstream().script("one", Script.answering("hello"));
    BENCH.gateway().forgive("one/model-one");
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    BENCH.close();
  }

  private static JsonObject sent() {
    return BENCH.upstream().received().getLast().body().toJsonObject();
  }

  private static ResponseCreateParams.Builder asking() {
    return ResponseCreateParams.builder().model("auto").input("hi");
  }

  private static List<JsonObject> events(JsonObject body) {
    String text = BENCH.caller().body(body.put("stream", true).encode()).post(PATH).asString();
    List<JsonObject> events = new ArrayList<>();
    for (String event : text.split("\n\n", -1)) {
      if (!event.isBlank() && !event.startsWith(":")) {
        String[] lines = event.split("\n", -1);
        JsonObject data = new JsonObject(lines[1].substring(6));
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).isEqualTo("event: " + data.getString("type"));
        assertThat(data.getInteger("sequence_number")).isEqualTo(events.size());
        events.add(data);
      }
    }
    return events;
  }

  private static JsonObject body() {
    return new JsonObject().put("model", "auto").put("input", "hi");
  }

  @Test
  void answersOpenAisOwnClientWhole() {
    // when
    Response response =
        CLIENT.responses().create(asking().instructions("Be brief.").maxOutputTokens(9).build());

    // then
    assertThat(response.output().getFirst().asMessage().content().getFirst().asOutputText().text())
        .isEqualTo("hello");
    assertThat(response.status().orElseThrow().asString()).isEqualTo("completed");
    assertThat(response.usage().orElseThrow().inputTokens()).isEqualTo(3);
    assertThat(response.instructions().orElseThrow().asString()).isEqualTo("Be brief.");
    assertThat(sent().getInteger("max_completion_tokens")).isEqualTo(9);
    assertThat(sent().getJsonArray("messages").getJsonObject(0).getString("role"))
        .isEqualTo("system");
  }

  @Test
  void answersOpenAisOwnClientStreamed() {
    // given
    BENCH
        .upstream()
        .script("one", Script.stream().chunk("he").chunk("llo").stop().usage(3, 2).done());
    ResponseAccumulator accumulator = ResponseAccumulator.create();

    // when
    try (StreamResponse<ResponseStreamEvent> stream =
        CLIENT.responses().createStreaming(asking().build())) {
      stream.stream().forEach(accumulator::accumulate);
    }

    // then
    Response response = accumulator.response();
    assertThat(response.output().getFirst().asMessage().content().getFirst().asOutputText().text())
        .isEqualTo("hello");
    assertThat(response.usage().orElseThrow().outputTokens()).isEqualTo(2);
  }

  @Test
  void sendsEventsInTheirOrder() {
    // given
    BENCH.upstream().script("one", Answers.signedThought("Hm, well.", "c2ln"));

    // when
    List<JsonObject> events = events(body());

    // then
    assertThat(events)
        .extracting(event -> event.getString("type"))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.reasoning_summary_part.added",
            "response.reasoning_summary_text.delta",
            "response.reasoning_summary_text.delta",
            "response.reasoning_summary_text.done",
            "response.reasoning_summary_part.done",
            "response.output_item.done",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.completed");
    assertThat(events.getLast().getJsonObject("response").getJsonArray("output")).hasSize(2);
  }

  @Test
  void callsToolsInParallelOneAfterTheOther() {
    // given
    BENCH.upstream().script("one", Answers.twoCalls());

    // when
    List<JsonObject> events = events(body());
    JsonObject whole = new JsonObject(BENCH.caller().body(body().encode()).post(PATH).asString());

    // then
    for (JsonObject response : List.of(events.getLast().getJsonObject("response"), whole)) {
      JsonArray output = response.getJsonArray("output");
      assertThat(output).hasSize(2);
      assertThat(output.getJsonObject(0).getString("arguments")).isEqualTo("{\"city\":\"Berlin\"}");
      assertThat(output.getJsonObject(1).getString("call_id")).isEqualTo("call_2");
      assertThat(output.getJsonObject(1).getString("arguments")).isEqualTo("{\"city\":\"Delhi\"}");
    }
    assertThat(events.toString()).doesNotContain("chat.completion");
  }

  @Test
  void takesItsOwnOutputBackAsInput() {
    // given
    BENCH.upstream().script("one", Answers.signedThought("Hm, well.", "c2ln"));
    JsonArray said =
        new JsonObject(BENCH.caller().body(body().encode()).post(PATH).asString())
            .getJsonArray("output");
    BENCH.upstream().script("one", Answers.twoCalls());
    JsonArray called =
        new JsonObject(BENCH.caller().body(body().encode()).post(PATH).asString())
            .getJsonArray("output");
    BENCH.upstream().script("one", Script.answering("hello"));

    // when
    JsonArray input =
        new JsonArray().add(new JsonObject().put("role", "user").put("content", "hi"));
    input.addAll(said).addAll(called);
    for (String id : List.of("call_1", "call_2")) {
      input.add(
          new JsonObject()
              .put("type", "function_call_output")
              .put("call_id", id)
              .put("output", "sun"));
    }
    int status = BENCH.caller().body(body().put("input", input).encode()).post(PATH).statusCode();

    // then
    JsonArray messages = sent().getJsonArray("messages");
    assertThat(status).isEqualTo(200);
    assertThat(messages).hasSize(4);
    JsonObject assistant = messages.getJsonObject(1);
    assertThat(assistant.getString("content")).isEqualTo("Well.");
    assertThat(assistant.getJsonArray("tool_calls")).hasSize(2);
    assertThat(said.getJsonObject(0).getString("encrypted_content")).startsWith("terroir.");
    assertThat(messages.getJsonObject(2).getString("role")).isEqualTo("tool");
  }

  @Test
  void asksForJson() {
    // when
    JsonObject format =
        new JsonObject()
            .put("type", "json_schema")
            .put("name", "place")
            .put("strict", true)
            .put("schema", new JsonObject().put("type", "object"));
    BENCH
        .caller()
        .body(body().put("text", new JsonObject().put("format", format)).encode())
        .post(PATH);

    // then
    assertThat(sent().getJsonObject("response_format").getJsonObject("json_schema").encode())
        .isEqualTo("{\"name\":\"place\",\"schema\":{\"type\":\"object\"},\"strict\":true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "previous_response_id|\"resp_1\"|400|previous_response_not_found|previous_response_id",
        "conversation|\"conv_1\"|400|previous_response_not_found|conversation",
        "background|true|400|invalid_request|background",
        "truncation|\"auto\"|400|invalid_request|truncation",
        "something_new|1|400|invalid_request|something_new",
        "tools|[{\"type\":\"web_search\"}]|403|remote_content_not_permitted|tools[0].type",
        "tools|[{\"type\":\"file_search\"}]|403|remote_content_not_permitted|tools[0].type",
        "tools|[{\"type\":\"mcp\"}]|403|remote_content_not_permitted|tools[0].type",
        "input|[{\"type\":\"item_reference\",\"id\":\"x\"}]|400|invalid_request|input[0].type",
        "input|[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"https://example.org/a.png\"}]}]|403|remote_content_not_permitted|input[0].content[0].image_url",
        "api_base|\"https://example.org\"|400|forbidden_parameter|api_base"
      })
  void refusesByTheCallersOwnName(
      String field, String value, int status, String code, String param) {
    // when
    String body = body().encode();
    String other = ",\"" + field + "\":" + value + "}";
    var answer =
        BENCH
            .caller()
            .body(
                field.equals("input")
                    ? "{\"model\":\"auto\"" + other
                    : body.substring(0, body.length() - 1) + other)
            .post(PATH);

    // then
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("error.code")).isEqualTo(code);
    assertThat(answer.jsonPath().getString("error.param")).isEqualTo(param);
    assertThat(BENCH.upstream().received()).isEmpty();
  }

  @Test
  void endsABrokenStreamWithAnErrorAndNoSuccess() {
    // given
    BENCH.upstream().script("one", Script.stream().chunk("he").reset());

    // when
    List<JsonObject> events = events(body());

    // then
    assertThat(events.getLast().getString("type")).isEqualTo("error");
    assertThat(events.getLast().getJsonObject("error").getString("code"))
        .isEqualTo("upstream_failed");
    assertThat(events).noneMatch(it -> it.getString("type").equals("response.completed"));
  }
}
