package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.terroir.chat.Vectors;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two deployments make vectors: {@code inside} in the process, {@code abroad} at another server.
 */
final class EmbeddingsTest {

  private static final String PATH = "/v1/embeddings";

  private static final Bench BENCH = Bench.open(TestGateway.LIMITS, EmbeddingsTest::world);
  private static final OpenAIClient CLIENT =
      OpenAIOkHttpClient.builder()
          .baseUrl(BENCH.gateway().url() + "/v1")
          .apiKey(SmallWorld.KEY)
          .build();

  private static String model(String id, String languages) {
    return """
      - id: %s
        name: Vectors
        made-in: [DE]
        weights: open
        tier: small
        licence: {name: Apache-2.0, commercial: yes}
        languages: [%s]
        capabilities: [embeddings]
        source: test
        verified: seen
        confidence: high
    """
        .formatted(id, languages);
  }

  /** The small world with two that make vectors. */
  static Map<String, String> world(Map<String, String> files) {
    files.computeIfPresent(
        "models/maker.yaml",
        (name, text) -> text + model("vectors-abroad", "de, en, hi") + model("vectors", "en"));
    String abroad = files.getOrDefault("hosts/in.yaml", "");
    String endpoint = abroad.substring(abroad.indexOf("endpoint: ") + 10).strip();
    files.put(
        "hosts/in.yaml",
        abroad + SmallWorld.deployment("vectors", "vectors-abroad", "IN", site -> endpoint));
    files.put(
        "hosts/inside.yaml",
        files
                .getOrDefault("hosts/de.yaml", "")
                .replace("host: de", "host: inside")
                .replace("dialect: openai", "dialect: embedded")
                .replaceAll("(?s)deployments:.*", "deployments:\n")
            + SmallWorld.deployment(
                "inside", "vectors", "DE", site -> "embedded:all-minilm-l6-v2"));
    return SmallWorld.protectedAbroad(files, "pseudonymise");
  }

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
    BENCH.upstream().script("abroad", vectors("[0.5,-1.25,3]"));
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    BENCH.close();
  }

  private static Script vectors(String... vectors) {
    JsonArray data = new JsonArray();
    for (int i = 0; i < vectors.length; i++) {
      data.add(new JsonObject().put("index", i).put("embedding", new JsonArray(vectors[i])));
    }
    JsonObject answer =
        new JsonObject()
            .put("object", "list")
            .put("model", "at-host")
            .put("data", data)
            .put("usage", new JsonObject().put("prompt_tokens", 7).put("total_tokens", 7));
    return Script.begin().header("content-type", "application/json").write(answer.encode()).end();
  }

  private static Response ask(JsonObject body) {
    return BENCH.caller().body(body.encode()).post(PATH);
  }

  private static JsonObject asking(String model, Object input) {
    return new JsonObject().put("model", model).put("input", input);
  }

  private static float[] vector(Response response, int index) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return Vectors.floats(response.jsonPath().getString("data[" + index + "].embedding"));
  }

  private static double likeness(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void makesRealVectorsInTheProcess() {
    // given
    JsonArray texts =
        new JsonArray()
            .add("The cat sits on the mat.")
            .add("A kitten is lying on the carpet.")
            .add("The central bank raised interest rates.");

    // when
    Response response = ask(asking("vectors", texts));

    // then
    float[] cat = vector(response, 0);
    assertThat(cat).hasSize(384);
    assertThat(likeness(cat, cat)).isCloseTo(1, within(1e-4));
    assertThat(likeness(cat, vector(response, 1)))
        .isGreaterThan(likeness(cat, vector(response, 2)) + 0.2);
    assertThat(response.header("Terroir-Deployment")).isEqualTo("inside/vectors");
    assertThat(response.jsonPath().getInt("usage.prompt_tokens")).isBetween(15, 40);
    assertThat(BENCH.upstream().received()).isEmpty();
  }

  @Test
  void answersInBase64UnlessNumbersAreAskedFor() {
    // when
    Response base64 = ask(asking("vectors-abroad", "hi"));
    Response numbers = ask(asking("vectors-abroad", "hi").put("encoding_format", "float"));

    // then
    assertThat(base64.jsonPath().getString("data[0].embedding")).isEqualTo("AAAAPwAAoL8AAEBA");
    assertThat(numbers.jsonPath().getList("data[0].embedding", Float.class))
        .containsExactly(0.5f, -1.25f, 3f);
    assertThat(base64.jsonPath().getString("model")).isEqualTo("vectors-abroad");
    assertThat(base64.jsonPath().getInt("usage.prompt_tokens")).isEqualTo(7);
    assertThat(BENCH.upstream().received().getFirst().body().toJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("model", "vectors-at-host")
                .put("input", new JsonArray().add("hi"))
                .put("encoding_format", "float"));
  }

  @Test
  void shortensVectors() {
    // when
    Response response = ask(asking("vectors", "The cat sits.").put("dimensions", 64));
    Response refused = ask(asking("vectors", "The cat sits.").put("dimensions", 1000));

    // then
    assertThat(vector(response, 0)).hasSize(64);
    assertThat(likeness(vector(response, 0), vector(response, 0))).isCloseTo(1, within(1e-4));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void protectsTextsThatCrossABorder() {
    // when
    Response abroad = ask(asking("vectors-abroad", "Mail anna@example.org"));

    // then
    assertThat(abroad.header("Terroir-Protected")).isEqualTo("email=1");
    assertThat(BENCH.upstream().received().getFirst().body().toString())
        .contains("<EMAIL_1>")
        .doesNotContain("example.org", "placeholders");
  }

  @Test
  void keepsChatAndVectorsApart() {
    // when
    Response vectorsOfAChatModel = ask(asking("model-one", "hi"));
    Response chatWithVectors =
        BENCH.caller().body(Bench.chat("vectors")).post("/v1/chat/completions");
    Response anyModel = ask(asking("auto", "The cat sits on the mat."));

    // then
    assertThat(vectorsOfAChatModel.statusCode()).isEqualTo(400);
    assertThat(vectorsOfAChatModel.jsonPath().getString("error.param")).isEqualTo("model");
    assertThat(chatWithVectors.statusCode()).isEqualTo(400);
    assertThat(anyModel.header("Terroir-Served-In")).isEqualTo("DE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,2]|input[0]",
        "[[1,2]]|input[0]",
        "\"\"|input",
        "[]|input",
        "7|input",
        "[\"a\",\"\"]|input[1]"
      })
  void refusesWhatIsNoText(String input, String param) {
    // when
    Response response =
        BENCH.caller().body("{\"model\":\"auto\",\"input\":" + input + "}").post(PATH);

    // then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("error.param")).isEqualTo(param);
  }

  @Test
  void answersOpenAisOwnClient() {
    // when
    CreateEmbeddingResponse response =
        CLIENT
            .embeddings()
            .create(EmbeddingCreateParams.builder().model("vectors-abroad").input("hi").build());

    // then
    assertThat(response.data().getFirst().embedding()).isEqualTo(List.of(0.5f, -1.25f, 3f));
  }
}
