package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.FakeUpstream.Received;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.scan.Scanner;
import dev.terroir.protection.Protector;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Germany wants personal data replaced before it leaves: {@code one} and {@code two} stand there
 * and read everything, {@code abroad} does not.
 */
final class ProtectionTest {

  private static final Bench BENCH = Bench.open(TestGateway.LIMITS, protecting("pseudonymise"));

  private static final String SECRET =
      "My name is Anna Schmidt, mail anna.schmidt@example.org, IdNr 86095742719.";

  private static UnaryOperator<Map<String, String>> protecting(String how) {
    return files -> SmallWorld.protectedAbroad(files, how);
  }

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
    BENCH.upstream().script("abroad", Script.echoing(3));
    BENCH.upstream().script("one", Script.echoing(3));
    BENCH.gateway().forgive("one/model-one");
    BENCH.gateway().forgive("two/model-two");
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static JsonObject user(Object content) {
    return new JsonObject().put("role", "user").put("content", content);
  }

  private static JsonObject body(String model, JsonObject... messages) {
    JsonArray all = new JsonArray();
    for (JsonObject message : messages) {
      all.add(message);
    }
    return new JsonObject().put("model", model).put("messages", all);
  }

  private static Response ask(JsonObject body) {
    return ask(BENCH, body);
  }

  private static Response ask(Bench bench, JsonObject body) {
    return bench.caller().body(body.encode()).post("/v1/chat/completions");
  }

  private static String answer(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.jsonPath().getString("choices[0].message.content");
  }

  private static String sent(String deployment) {
    return BENCH.upstream().receivedBy(deployment).stream()
        .map(Received::body)
        .map(Object::toString)
        .reduce("", String::concat);
  }

  @Test
  void replacesWhatLeavesAndPutsItBackIntoTheAnswer() {
    // when
    Response response = ask(body("model-abroad", user(SECRET)));

    // then
    assertThat(sent("abroad"))
        .contains("My name is <PERSON_1>, mail <EMAIL_1>, IdNr <DE_STEUER_ID_1>.")
        .contains("placeholders such as")
        .doesNotContain("Anna", "Schmidt", "example.org", "86095742719");
    assertThat(answer(response)).isEqualTo(SECRET);
    assertThat(response.header("Terroir-Protected")).isEqualTo("DE.steuer-id=1,email=1,person=1");
    assertThat(response.header("Terroir-Duties")).isEqualTo("protect=pseudonymise");
  }

  @Test
  void sendsTheClearTextInsideTheBorder() {
    // when
    Response response = ask(body("model-one", user(SECRET)));

    // then
    assertThat(sent("one")).contains(SECRET).doesNotContain("<EMAIL_1>");
    assertThat(answer(response)).isEqualTo(SECRET);
    assertThat(response.header("Terroir-Protected")).isNull();
  }

  @Test
  void protectsForEachCandidateAnew() {
    // given
    BENCH.upstream().script("one", Script.failing(500, "down"));
    BENCH.upstream().script("two", Script.failing(500, "down"));

    // when
    Response response = ask(body("auto", user(SECRET)));

    // then
    assertThat(response.header("Terroir-Deployment")).isEqualTo("abroad/model-abroad");
    assertThat(answer(response)).isEqualTo(SECRET);
    assertThat(sent("one")).contains("anna.schmidt@example.org");
    assertThat(sent("abroad")).doesNotContain("anna.schmidt@example.org");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
  void restoresStreamsWhereverTheyAreCut(int size) throws IOException {
    // given
    BENCH.upstream().script("abroad", Script.echoing(size));

    // when
    JsonObject body = body("model-abroad", user(SECRET + " ✓ 🙂")).put("stream", true);

    // then
    assertThat(hear(body, delta -> delta.getString("content", ""))).isEqualTo(SECRET + " ✓ 🙂");
    assertThat(sent("abroad")).doesNotContain("86095742719");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 1000})
  void restoresTheArgumentsOfToolCallsAsJson(int size) throws IOException {
    // given
    BENCH.upstream().script("abroad", Script.echoingAsArguments(size));
    String name = "Anna \"Anni\" Schmidt \\ Vogel\nBerlin";
    String record = new JsonObject().put("patient_name", name).encode();
    String said = "Mail anna@example.org, then call " + name + " again.";
    JsonObject body = body("model-abroad", user(record), user(said));

    // when
    Response whole = ask(body);
    String streamed = hear(body.copy().put("stream", true), ofTheCall("arguments"));

    // then
    String arguments =
        whole.jsonPath().getString("choices[0].message.tool_calls[0].function.arguments");
    assertThat(sent("abroad")).contains("<PERSON_1>").doesNotContain("Anni", "Vogel");
    assertThat(new JsonObject(arguments).getString("said")).isEqualTo(said);
    assertThat(new JsonObject(streamed).getString("said")).isEqualTo(said);
  }

  /** What is replaced in the name of a tool must not keep its caller from knowing it. */
  @Test
  void aToolIsCalledByTheNameThatItsCallerGave() throws IOException {
    // given
    BENCH.upstream().script("abroad", Script.echoingAsArguments(3));
    JsonObject function = new JsonObject().put("name", "ask_86095742719");
    JsonObject body =
        body("model-abroad", user("Ask."))
            .put(
                "tools",
                new JsonArray()
                    .add(new JsonObject().put("type", "function").put("function", function)));

    // when
    Response whole = ask(body);
    String streamed = hear(body.copy().put("stream", true), ofTheCall("name"));

    // then
    assertThat(sent("abroad")).contains("ask_DE_STEUER_ID_1").doesNotContain("86095742719");
    assertThat(whole.jsonPath().getString("choices[0].message.tool_calls[0].function.name"))
        .isEqualTo("ask_86095742719");
    assertThat(streamed).isEqualTo("ask_86095742719");
  }

  private interface Piece {
    String of(JsonObject delta);
  }

  /** What a delta says in {@code field} of the first tool that is called. */
  private static Piece ofTheCall(String field) {
    return delta ->
        delta.containsKey("tool_calls")
            ? delta
                .getJsonArray("tool_calls")
                .getJsonObject(0)
                .getJsonObject("function")
                .getString(field, "")
            : "";
  }

  private static String hear(JsonObject body, Piece piece) throws IOException {
    StringBuilder heard = new StringBuilder();
    String last = "";
    try (RawConnection caller = BENCH.connect().ask(body.encode())) {
      assertThat(caller.head().status()).isEqualTo(200);
      for (var event = caller.event(); event.isPresent(); event = caller.event()) {
        last = event.get().substring(Math.min(6, event.get().length()));
        if (last.startsWith("{")) {
          JsonArray choices = new JsonObject(last).getJsonArray("choices");
          heard.append(
              choices.isEmpty() ? "" : piece.of(choices.getJsonObject(0).getJsonObject("delta")));
        }
      }
    }
    assertThat(last).isEqualTo("[DONE]");
    return heard.toString();
  }

  @Test
  void replacesInEveryTextOfARequest() {
    // given
    String mail = "anna.schmidt@example.org";
    JsonObject call =
        new JsonObject()
            .put("id", "call_1")
            .put("type", "function")
            .put(
                "function",
                new JsonObject()
                    .put("name", "find")
                    .put(
                        "arguments",
                        "{\"to\":\"anna\\u002eschmidt\\u0040example.org\",\"id\":86095742719}"));
    JsonObject body =
        body(
                "model-abroad",
                new JsonObject().put("role", "system").put("content", "The customer is " + mail),
                user(new JsonArray().add(new JsonObject().put("type", "text").put("text", mail)))
                    .put("name", "anna_schmidt"),
                new JsonObject()
                    .put("role", "assistant")
                    .putNull("content")
                    .put("tool_calls", new JsonArray().add(call)),
                new JsonObject()
                    .put("role", "tool")
                    .put("tool_call_id", "call_1")
                    .put("content", "{\"patient_name\": \"Bernd Vogel\", \"" + mail + "\": 1}"),
                user("Who is Mr. Vogel?"))
            .put("user", mail)
            .put("metadata", new JsonObject().put("ticket", "from " + mail))
            .put("something_new", new JsonObject().put("deep", new JsonArray().add(mail)))
            .put(
                "tools",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("type", "function")
                            .put(
                                "function",
                                new JsonObject()
                                    .put("name", "find")
                                    .put("description", "Finds " + mail))));

    // when
    Response response = ask(body);

    // then
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(sent("abroad"))
        .doesNotContain("example.org", "schmidt", "86095742719", "Vogel", "u0040")
        .contains("\"name\":\"find\"", "call_1", "<EMAIL_1>", "<PERSON_");
    assertThat(answer(response)).isEqualTo("Who is Mr. Vogel?");
  }

  @Test
  void numbersStayWhatTheyAreWhileAConversationGrows() {
    // given
    JsonObject first = user("I am reached at a@example.org or b@example.org");
    JsonObject reply = new JsonObject().put("role", "assistant").put("content", "Noted.");
    JsonObject second = user("And c@example.org, not a@example.org");

    // when
    ask(body("model-abroad", first));
    ask(body("model-abroad", first, reply, second));

    // then
    JsonArray before = messages(0);
    JsonArray after = messages(1);
    assertThat(after.stream().limit(before.size()).toList()).isEqualTo(before.stream().toList());
    assertThat(after.getJsonObject(after.size() - 1).getString("content"))
        .isEqualTo("And <EMAIL_3>, not <EMAIL_1>");
  }

  private static JsonArray messages(int request) {
    return BENCH
        .upstream()
        .receivedBy("abroad")
        .get(request)
        .body()
        .toJsonObject()
        .getJsonArray("messages");
  }

  @Test
  void aTextThatLooksLikeAPlaceholderStaysThatText() {
    // given
    String trick = "Mail a@example.org. Repeat: <EMAIL_1> &lt;email_1&gt; <TEXT_1> <PERSON_7>";

    // when
    Response response = ask(body("model-abroad", user(trick)));

    // then
    assertThat(answer(response)).isEqualTo(trick);
    assertThat(sent("abroad")).contains("Repeat: <TEXT_1>");
  }

  @Test
  void leavesARequestAloneInWhichNothingIsFound() {
    // when
    ask(body("model-abroad", user("Why is the sky blue?")));

    // then
    assertThat(messages(0)).hasSize(1);
    assertThat(sent("abroad")).contains("Why is the sky blue?");
  }

  @Test
  void excludesDeploymentsForPicturesThatNobodyCanProtect() {
    // given
    JsonArray parts =
        new JsonArray()
            .add(new JsonObject().put("type", "text").put("text", "What is this?"))
            .add(
                new JsonObject()
                    .put("type", "image_url")
                    .put(
                        "image_url",
                        new JsonObject().put("url", "data:image/png;base64,iVBORw0KGgo=")));

    // when
    Response refused = ask(body("model-abroad", user(parts)));
    Response served = ask(body("auto", user(parts)));

    // then
    assertThat(refused.statusCode()).isEqualTo(451);
    assertThat(refused.jsonPath().getString("terroir.reasons[0].rule"))
        .isEqualTo("DE/leave-no-names");
    assertThat(refused.asString()).contains("cannot be protected");
    assertThat(served.header("Terroir-Served-In")).isEqualTo("DE");
  }

  @Test
  void redactsForGood() {
    try (Bench bench = Bench.open(TestGateway.LIMITS, protecting("redact"))) {
      // given
      bench.upstream().script("abroad", Script.echoing(4));

      // when
      Response response = ask(bench, body("model-abroad", user(SECRET)));

      // then
      assertThat(answer(response))
          .isEqualTo("My name is <PERSON>, mail <EMAIL>, IdNr <DE_STEUER_ID>.");
      assertThat(response.header("Terroir-Protected")).isEqualTo("DE.steuer-id=1,email=1,person=1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IdNr 86095742719",
        "Mein Name ist Jens Krause",
        "mail a@example.org",
        "Bitte liefern an Hauptstraße 12, 10115 Berlin",
        "{\"to\": \"a\\u0040example.org\"}",
        "{\"ssn\": 536904399}",
      })
  void blocksWhatHoldsPersonalDataAndNothingElse(String text) {
    try (Bench bench = Bench.open(TestGateway.LIMITS, protecting("block"))) {
      // when
      Response refused = ask(bench, body("model-abroad", user(text)));
      Response elsewhere = ask(bench, body("auto", user(text)));
      Response harmless = ask(bench, body("model-abroad", user("Why is the sky blue?")));

      // then
      assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(451);
      assertThat(elsewhere.header("Terroir-Served-In")).isEqualTo("DE");
      assertThat(harmless.statusCode()).isEqualTo(200);
      assertThat(bench.upstream().receivedBy("abroad")).hasSize(1);
    }
  }

  @Test
  void recordsHowManyOfWhatAndNeverTheValues() {
    // when
    ask(body("model-abroad", user(SECRET)));

    // then
    String record = BENCH.gateway().audited().toString();
    assertThat(record).contains("abroad/model-abroad: COMPLETED (DE.steuer-id=1,email=1,person=1)");
    assertThat(record).doesNotContain("Schmidt", "86095742719", "example.org");
  }

  /** Nobody inspects until the test does: what is small is answered meanwhile, on that thread. */
  @Test
  void protectsLargeBodiesBesideTheEventLoop() throws Exception {
    // given
    String large = "A sentence about gardens and neighbours. ".repeat(2500) + SECRET;
    BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    try (Bench bench =
        Bench.open(TestGateway.Setup.USUAL.inspectedBy(waiting::add), protecting("pseudonymise"))) {
      bench.upstream().script("abroad", Script.echoing(3));

      // when
      CompletableFuture<Response> answer =
          CompletableFuture.supplyAsync(() -> ask(bench, body("model-abroad", user(large))));
      Runnable inspection = Optional.ofNullable(waiting.poll(5, TimeUnit.SECONDS)).orElseThrow();
      Response small = ask(bench, body("model-abroad", user(SECRET)));
      int sentBefore = bench.upstream().received().size();
      inspection.run();

      // then
      assertThat(answer(small)).isEqualTo(SECRET);
      assertThat(sentBefore).as("the small one only").isEqualTo(1);
      assertThat(answer(answer.get(5, TimeUnit.SECONDS))).isEqualTo(large);
      assertThat(waiting).as("the small one needed none").isEmpty();
      assertThat(bench.upstream().received().getLast().body().toString())
          .contains("<DE_STEUER_ID_1>")
          .doesNotContain("86095742719");
    }
  }

  @Test
  void whatCannotBeLookedThroughDoesNotLeave() {
    // given
    NameModel broken =
        text -> {
          throw new IllegalStateException("the model is broken");
        };
    Protector protector = new Protector(Scanner.standard(), NameFinder.standard(), broken, false);
    try (Bench bench =
        Bench.open(TestGateway.Setup.USUAL.protectedBy(protector), protecting("pseudonymise"))) {
      // when
      Response outside = ask(bench, body("model-abroad", user("hi")));
      Response inside = ask(bench, body("model-one", user("hi")));

      // then
      assertThat(outside.statusCode()).isEqualTo(500);
      assertThat(bench.upstream().receivedBy("abroad")).isEmpty();
      assertThat(inside.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void numbersOfEventsHaveNoGapsWhereTextIsHeldBack() {
    // given
    BENCH.upstream().script("abroad", Script.echoing(1));
    JsonObject body =
        new JsonObject().put("model", "model-abroad").put("input", SECRET).put("stream", true);

    // when
    String events = BENCH.caller().body(body.encode()).post("/v1/responses").asString();

    // then
    int number = 0;
    for (String line : events.split("\n", -1)) {
      if (line.startsWith("data: ")) {
        assertThat(new JsonObject(line.substring(6)).getInteger("sequence_number"))
            .isEqualTo(number++);
      }
    }
    assertThat(number).isGreaterThan(10);
    assertThat(events).contains("response.completed").contains("86095742719");
  }
}
