package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.FakeUpstream.Received;
import dev.terroir.fixtures.LogCapture;
import dev.terroir.fixtures.PlantedDocuments;
import dev.terroir.fixtures.PlantedDocuments.Document;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Five hundred documents in more than twenty languages, each with identifiers planted in it, go
 * through the whole gateway to a deployment abroad, in OpenAI's dialect and in Anthropic's, whole
 * and streamed; said by the user, told to the system, in the arguments of a tool's call, with
 * whatever can be escaped in them, and in its result. Not one of them arrives there, all of them
 * come back, and none is left in what the gateway writes down.
 */
final class BorderTest {

  private static final int DOCUMENTS = 500;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** Health data would not leave at all: what is asked here is what becomes of that which does. */
  private static Map<String, String> protectingAbroad(Map<String, String> files) {
    files.computeIfPresent(
        "countries/DE.yaml",
        (name, text) -> text.replace("when: {data: health}", "when: {data: genetic}"));
    return SmallWorld.protectedAbroad(files, "pseudonymise");
  }

  @Test
  void nothingPlantedCrossesTheBorderAndAllOfItComesBack() throws IOException {
    List<Document> documents = PlantedDocuments.make(DOCUMENTS);
    TestGateway.Setup setup = TestGateway.Setup.USUAL.heardBy(new ExchangeTelemetry(meters));
    try (LogCapture log = LogCapture.everything();
        Bench bench = Bench.open(setup, BorderTest::protectingAbroad)) {
      bench.upstream().script("abroad", Script.echoing(5));
      int planted = 0;
      for (int i = 0; i < documents.size(); i++) {
        Document document = documents.get(i);
        String answer =
            switch (i % 4) {
              case 0 -> whole(bench, document);
              case 1 -> streamed(bench, document);
              case 2 -> wholeMessage(bench, document);
              default -> streamedMessage(bench, document);
            };
        assertThat(answer).as("document %d", i).isEqualTo(document.text());
        planted += document.planted().size();
      }
      assertThat(planted).isGreaterThan(3 * DOCUMENTS);
      assertThat(bench.upstream().received()).hasSize(DOCUMENTS);
      for (int i = 0; i < documents.size(); i++) {
        Received received = bench.upstream().received().get(i);
        String seen = received.body() + received.headers().toString();
        holdsNothing("document " + i + " abroad", seen, documents.get(i).planted());
      }
      List<String> everything = documents.stream().flatMap(it -> it.planted().stream()).toList();
      holdsNothing("metrics", meters.getMetersAsString(), everything);
      holdsNothing("log", log.text(), everything);
      holdsNothing("record", record(bench.gateway().auditDirectory()), everything);
      assertThat(meters.getMetersAsString())
          .contains("terroir.personal.data.replaced", "kind='email'");
      assertThat(log.text()).as("something is logged, or this shows nothing").isNotEmpty();
    }
  }

  /** As it is written, and as nothing but its letters and digits. */
  private static void holdsNothing(String where, String text, List<String> planted) {
    String compact = PlantedDocuments.compact(text);
    for (String value : planted) {
      assertThat(text.contains(value)).as("`%s` in %s", value, where).isFalse();
      String digits = PlantedDocuments.compact(value);
      boolean telling = digits.length() >= 8;
      assertThat(telling && compact.contains(digits)).as("`%s` in %s", value, where).isFalse();
    }
  }

  private static String record(Path directory) throws IOException {
    StringBuilder record = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        record.append(Files.readString(file));
      }
    }
    return record.toString();
  }

  private static JsonObject said(String role, Object content) {
    return new JsonObject().put("role", role).put("content", content);
  }

  /** What a tool was asked, every character of it escaped that is no letter of ASCII. */
  private static String arguments(Document document) {
    StringBuilder escaped = new StringBuilder();
    for (char c : document.text().toCharArray()) {
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      escaped.append(plain ? Character.toString(c) : String.format("\\u%04x", (int) c));
    }
    return "{\"query\": \"" + escaped + "\"}";
  }

  /** What a tool answered: JSON in a text. */
  private static String result(Document document) {
    return new JsonObject()
        .put("rows", new JsonArray().add(new JsonObject().put("note", document.text())))
        .encode();
  }

  private static JsonObject body(Document document) {
    JsonObject call =
        new JsonObject()
            .put("id", "call_1")
            .put("type", "function")
            .put(
                "function",
                new JsonObject().put("name", "find").put("arguments", arguments(document)));
    return new JsonObject()
        .put("model", "model-abroad")
        .put("something_new", new JsonObject().put(document.text(), document.text()))
        .put(
            "messages",
            new JsonArray()
                .add(said("system", document.text()))
                .add(said("assistant", "").put("tool_calls", new JsonArray().add(call)))
                .add(said("tool", result(document)).put("tool_call_id", "call_1"))
                .add(said("user", document.text())));
  }

  private static String whole(Bench bench, Document document) {
    return bench
        .caller()
        .body(body(document).encode())
        .post("/v1/chat/completions")
        .jsonPath()
        .getString("choices[0].message.content");
  }

  private static String streamed(Bench bench, Document document) throws IOException {
    StringBuilder heard = new StringBuilder();
    try (RawConnection caller = bench.connect().ask(body(document).put("stream", true).encode())) {
      assertThat(caller.head().status()).as(document.text()).isEqualTo(200);
      for (var event = caller.event(); event.isPresent(); event = caller.event()) {
        if (event.get().startsWith("data: {")) {
          JsonArray choices = new JsonObject(event.get().substring(6)).getJsonArray("choices");
          heard.append(
              choices.isEmpty()
                  ? ""
                  : choices.getJsonObject(0).getJsonObject("delta").getString("content", ""));
        }
      }
    }
    return heard.toString();
  }

  private static JsonObject message(Document document) {
    JsonObject call =
        new JsonObject()
            .put("type", "tool_use")
            .put("id", "toolu_1")
            .put("name", "find")
            .put("input", new JsonObject(arguments(document)));
    JsonObject result =
        new JsonObject()
            .put("type", "tool_result")
            .put("tool_use_id", "toolu_1")
            .put("content", result(document));
    return new JsonObject()
        .put("model", "model-abroad")
        .put("max_tokens", 1000)
        .put("system", document.text())
        .put(
            "messages",
            new JsonArray()
                .add(said("user", document.text()))
                .add(said("assistant", new JsonArray().add(call)))
                .add(said("user", new JsonArray().add(result)))
                .add(said("user", document.text())));
  }

  private static String wholeMessage(Bench bench, Document document) {
    return bench
        .caller()
        .header("anthropic-version", "2023-06-01")
        .body(message(document).encode())
        .post("/v1/messages")
        .jsonPath()
        .getString("content[0].text");
  }

  private static String streamedMessage(Bench bench, Document document) {
    String events =
        bench
            .caller()
            .header("anthropic-version", "2023-06-01")
            .body(message(document).put("stream", true).encode())
            .post("/v1/messages")
            .asString();
    StringBuilder heard = new StringBuilder();
    for (String line : events.split("\n", -1)) {
      if (line.startsWith("data: ") && line.contains("text_delta")) {
        heard.append(new JsonObject(line.substring(6)).getJsonObject("delta").getString("text"));
      }
    }
    return heard.toString();
  }
}
