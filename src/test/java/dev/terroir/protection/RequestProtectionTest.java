package dev.terroir.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.policy.rule.Obligation.Strength;
import dev.terroir.privacy.identifier.IdentifierRows;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.scan.Scanner;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request is protected: every place in it, and what the places say of their values. */
final class RequestProtectionTest {

  private static final Protector PROTECTOR =
      new Protector(Scanner.standard(), NameFinder.standard(), NameModel.NONE, false);

  private static final String MAIL = "anna.schmidt@example.org";
  private static final long NUMBER = 86095742719L;

  /** One of everything that a request may have. */
  private static final String REQUEST =
      """
      {"model": "auto", "temperature": 0.5, "seed": 4711, "stream": true, "user": "u-17",
       "stream_options": {"include_usage": true}, "service_tier": "auto",
       "modalities": ["text"], "tool_choice": {"type": "function", "function": {"name": "find"}},
       "metadata": {"ticket": "T-1", "deep": {"er": ["x", 5]}},
       "response_format": {"type": "json_schema", "json_schema": {"name": "s", "schema":
         {"type": "object", "properties": {"a": {"type": "string", "description": "d"}}}}},
       "tools": [{"type": "function", "function": {"name": "find", "description": "Finds",
         "parameters": {"type": "object", "properties": {"q": {"enum": ["a"]}}}}}],
       "functions": [{"name": "old", "description": "o"}],
       "something_new": {"deep": [{"deeper": "x", "n": 1.5}], "flag": true},
       "a_number": 12345,
       "prediction": {"type": "content", "content": "p"},
       "messages": [
         {"role": "system", "content": "s", "unknown": "u", "format": "f"},
         {"role": "user", "name": "anna", "content": [
           {"type": "text", "text": "hello", "image_url": {"url": "u", "detail": "low"}},
           {"type": "text", "text": "again", "cache": {"id": "c"}}]},
         {"role": "assistant", "content": null, "refusal": "r", "reasoning_content": "rc",
          "reasoning_state": [{"type": "thinking", "text": "t", "signature": "s", "maker": "m"}],
          "tool_calls": [{"id": "call_1", "type": "function", "index": 0,
            "function": {"name": "find", "arguments": "{\\"q\\": \\"x\\", \\"n\\": 7}"}}]},
         {"role": "tool", "tool_call_id": "call_1", "name": "find",
          "content": "{\\"rows\\": [{\\"a\\": \\"b\\"}]}"},
         {"role": "user", "content": "end"}]}
      """;

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Document) StrictJson.read(Buffer.buffer(text))).root();
  }

  private static ChatRequest request(ObjectNode body) {
    return new ChatRequest(body, "auto", false, false, Set.of(), Map.of());
  }

  private static RequestProtection protection(ObjectNode body) {
    return PROTECTOR.of(request(body), List.of("DE"));
  }

  private static Version pseudonymised(ObjectNode body) {
    return protection(body).protect(Strength.PSEUDONYMISE);
  }

  /** What leaves of a request in which one message says {@code text}. */
  private static String said(Object text) {
    ObjectNode message = Json.object().put("role", "tool").put("content", text.toString());
    ObjectNode body = Json.object();
    body.set("messages", JsonNodeFactory.instance.arrayNode().add(message));
    JsonNode messages = pseudonymised(body).request().body().path("messages");
    return messages.path(messages.size() - 1).path("content").asText();
  }

  /** Where something can stand in a request: pointers to all of its values. */
  private static List<String> places(JsonNode node, String at) {
    List<String> places = new ArrayList<>();
    if (!at.isEmpty()) {
      places.add(at);
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(it -> places.addAll(places(it.getValue(), at + "/" + it.getKey())));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.addAll(places(node.path(i), at + "/" + i));
    }
    return places;
  }

  private static Stream<String> places() {
    return places(json(REQUEST), "").stream();
  }

  /** The request with {@code planted} in place of what stands at {@code place}. */
  private static ObjectNode with(String place, JsonNode planted) {
    ObjectNode body = (ObjectNode) json(REQUEST);
    int last = place.lastIndexOf('/');
    JsonNode around = body.at(place.substring(0, last));
    String name = place.substring(last + 1);
    if (around instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), planted);
    } else {
      ((ObjectNode) around).set(name, planted);
    }
    return body;
  }

  @ParameterizedTest
  @MethodSource("places")
  void nothingStaysInAnyPlace(String place) {
    for (Strength strength : Strength.values()) {
      for (JsonNode planted :
          List.of(
              JsonNodeFactory.instance.textNode(MAIL),
              JsonNodeFactory.instance.arrayNode().add(MAIL),
              Json.object().put("x", MAIL),
              Json.object().put(MAIL, 1))) {
        ObjectNode sent = protection(with(place, planted)).protect(strength).request().body();

        assertThat(sent.toString()).as("%s at %s", planted, place).doesNotContain("example.org");
      }
    }
  }

  /** Known settings stay numbers: a deployment would refuse anything else. */
  @ParameterizedTest
  @MethodSource("places")
  void noNumberStaysInAnyPlaceButASetting(String place) {
    boolean isSetting = Set.of("/temperature", "/seed").contains(place);
    ObjectNode body = with(place, JsonNodeFactory.instance.numberNode(NUMBER));

    String sent = pseudonymised(body).request().body().toString();

    assertThat(sent.contains(Long.toString(NUMBER))).as(place).isEqualTo(isSetting);
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsReplacedIsWhatCounts(String place) {
    ObjectNode body = with(place, JsonNodeFactory.instance.textNode(MAIL));
    Map<String, String> others = Map.of("/user", "account", "/messages/1/name", "person");

    assertThat(protection(body).kinds()).as(place).containsExactly("email");
    assertThat(pseudonymised(body).counts()).containsKey(others.getOrDefault(place, "email"));
  }

  @Test
  void aRequestInWhichNothingIsFoundIsNotCopied() {
    ObjectNode body = (ObjectNode) json(REQUEST);
    body.remove("user");
    ((ObjectNode) body.at("/messages/1")).remove("name");

    assertThat(pseudonymised(body).request().body()).isSameAs(body);
    assertThat(protection(body).findsSomebody()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Strength.class)
  void aToolWhoseNameIsReplacedIsStillCalledByIt(Strength strength) {
    String name = "ask_" + NUMBER;
    ObjectNode body = with("/tools/0/function/name", JsonNodeFactory.instance.textNode(name));
    ((ObjectNode) body.at("/tool_choice/function")).put("name", name);

    Version version = protection(body).protect(strength);
    String sent = version.request().body().at("/tools/0/function/name").asText();

    assertThat(sent).isEqualTo("ask_DE_STEUER_ID_1");
    assertThat(version.request().body().at("/tool_choice/function/name").asText()).isEqualTo(sent);
    assertThat(version.pseudonyms().tokenOf(sent)).isEqualTo(name);
  }

  @Test
  void whoAsksIsLeftOut() {
    ObjectNode body = (ObjectNode) json(REQUEST);
    body.put("user", "patient-4711").put("safety_identifier", "anna.schmidt");

    Version version = pseudonymised(body);

    assertThat(version.request().body().has("user")).isFalse();
    assertThat(version.request().body().toString()).doesNotContain("4711\"", "anna.schmidt");
    assertThat(version.counts()).containsEntry("account", 2);
  }

  private static Stream<IdentifierRows.Vector> vectors() {
    return IdentifierRows.vectors(IdentifierRows.Vector::valid);
  }

  /** Each number is found behind its key, however that is written. */
  @ParameterizedTest
  @MethodSource("vectors")
  void aKeySaysWhatItsValueIs(IdentifierRows.Vector vector) {
    String word = vector.identifier().context().getFirst();
    String number = vector.number();
    for (String key : List.of(word, word.replace(' ', '_'), word.replace('-', '_'))) {
      String value = JsonNodeFactory.instance.textNode(number).toString();
      String name = JsonNodeFactory.instance.textNode(key).toString();

      assertThat(said("{%s: %s}".formatted(name, value)))
          .as("%s: %s", vector, key)
          .contains("<")
          .doesNotContain(number);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ssn\": \"536-90-4399\"}",
        "{\"userSsn\": \"536-90-4399\"}",
        "{\"SSN_NUMBER\": \"536-90-4399\"}",
        "{\"ssn\": {\"value\": \"536-90-4399\"}}",
        "{\"ssns\": [\"536-90-4399\"]}",
        "{\"rows\": \"{\\\"ssn\\\": \\\"536-90-4399\\\"}\"}",
        "{\"ssn\": \"\\u0035\\u0033\\u0036-90-4399\"}",
        "{\"ssn\": \"536-90-4399\", \"bmi\": NaN}",
        "{\"ssn\": \"\\u0035\\u0033\\u0036-90-4399\", \"bmi\": NaN}",
        "{\"ssn\": \"536-90-4399\"}\n{\"ssn\": \"536-90-4399\"}",
        "{\"a\": 1, \"a\": 2, \"ssn\": \"536-90-4399\"}",
        "The row is ```{\"ssn\": \"536\\u002D90-4399\"}```",
        "{\"ssn\": \"536-90-4399",
        "[{\"label\": \"SSN\", \"value\": \"536-90-4399\"}]",
        "{\"value\": \"536-90-4399\", \"type\": \"ssn\"}",
        "[\"SSN\", \"536-90-4399\"]",
      })
  void aWeakNumberIsFoundWhereverItsKeyIs(String text) {
    assertThat(said(text)).contains("<US_SSN_1>").doesNotContain("4399");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"password\":\"hunter2!\"}|hunter2",
        "{\"client_secret\":\"s3cr3t-value\"}|s3cr3t",
        "{\"bsn\":111222333}|111222333",
        "{\"phoneNumber\":\"612 345 678\"}|345",
        "{\"to\":\"anna\\u0040example.org\",\"bmi\":NaN}|example.org",
        "{\"tel\":\"\\u002B4915112345678\"}|15112345678",
        "see https://example.org/?email=anna%40example.org|anna",
        "\"line\\nanna@example.com\"|anna",
      })
  void nothingIsHiddenByTheWayInWhichItIsWritten(String text, String hidden) {
    assertThat(said(text)).doesNotContain(hidden);
  }

  @Test
  void aFieldSaysNothingOfANumberElsewhere() {
    String between = "x".repeat(60);

    assertThat(said("{\"ssn\": \"none\", \"b\": \"" + between + "\", \"n\": \"536904399\"}"))
        .contains("536904399");
  }

  /** A table says in its first row what stands in those near to it. */
  @ParameterizedTest
  @ValueSource(strings = {"[[\"SSN\"],[\"536904399\"]]", "[[\"SSN\"],[536904399]]"})
  void whatStandsNearInADocumentCountsToo(String table) {
    ObjectNode body = Json.object().put("input", table);

    assertThat(protection(body).kinds()).contains("US.ssn");
    assertThat(pseudonymised(body).request().body().path("input").asText())
        .isEqualTo("[[\"SSN\"],[\"<US_SSN_1>\"]]");
  }

  @Test
  void whatLooksLikeAPlaceholderHidesNothing() {
    for (Strength strength : Strength.values()) {
      ObjectNode body =
          Json.object().put("input", "see <4111111111111111_1> and <DE89370400440532013000_2>");

      assertThat(protection(body).protect(strength).request().body().toString())
          .doesNotContain("4111", "DE8937");
    }
  }

  @Test
  void aSchemaStaysOne() {
    String parameters =
        "{\"type\":\"object\",\"properties\":{\"phone\":{\"type\":\"integer\",\"minimum\":1000000,"
            + "\"maximum\":9999999999},\"at\":{\"description\":\"of anna@example.org\"}}}";
    ObjectNode body =
        with("/tools/0/function/parameters", json(parameters))
            .put("note", "{\"first_name\": \"integer\", \"last_name\": \"object\"}");

    JsonNode sent = pseudonymised(body).request().body().at("/tools/0/function/parameters");

    assertThat(sent.toString()).isEqualTo(parameters.replace("anna@example.org", "<EMAIL_1>"));
  }

  @Test
  void twoIdsStayTwo() {
    ObjectNode body = (ObjectNode) json(REQUEST);
    ArrayNode calls = (ArrayNode) body.at("/messages/2/tool_calls");
    calls.removeAll();
    calls.addObject().put("id", "DE89370400440532013000");
    calls.addObject().put("id", "de89370400440532013000");
    ((ObjectNode) body.at("/messages/3")).put("tool_call_id", "de89370400440532013000");

    ObjectNode sent = pseudonymised(body).request().body();

    String second = sent.at("/messages/2/tool_calls/1/id").asText();
    assertThat(sent.at("/messages/2/tool_calls/0/id").asText()).isNotEqualTo(second);
    assertThat(sent.at("/messages/3/tool_call_id").asText()).isEqualTo(second);
    assertThat(sent.toString()).doesNotContainIgnoringCase("de8937");
  }

  @Test
  void aFunctionIsAskedForByItsName() {
    ObjectNode body = (ObjectNode) json(REQUEST);
    ((ObjectNode) body.at("/functions/0")).put("name", "f_4111111111111111");
    body.putObject("function_call").put("name", "f_4111111111111111");

    ObjectNode sent = pseudonymised(body).request().body();

    assertThat(sent.at("/function_call/name")).isEqualTo(sent.at("/functions/0/name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "\"patient-1\"", "true"})
  void whoAsksIsLeftOutHoweverItIsSaid(String user) {
    ObjectNode body = (ObjectNode) json(REQUEST);
    body.set("user", json("[" + user + "]").path(0));

    assertThat(pseudonymised(body).request().body().has("user")).isFalse();
  }

  @Test
  void aMessageIsNoPicture() {
    ObjectNode body = (ObjectNode) json(REQUEST);
    ((ObjectNode) body.at("/messages/0")).put("type", "image_url").put("image_url", MAIL);
    ((ObjectNode) body.at("/tools/0")).put("type", "image_url").put("image_url", MAIL);

    assertThat(pseudonymised(body).request().body().toString()).doesNotContain("example.org");
  }

  @Test
  void linesInWhichNothingIsFoundStayAsTheyAre() {
    String lines = "\n{\"a\" : 1}\r\n {\"b\":2}\n";

    assertThat(said(lines)).isEqualTo(lines);
  }

  /** Each key has been looked at beside every other. */
  @ParameterizedTest
  @EnumSource(Strength.class)
  void manyKeysTakeTimeInProportion(Strength strength) {
    double least = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 10 && least > 4; attempt++) {
      least = Math.min(least, (double) time(2 * MANY, strength) / time(MANY, strength));
    }

    assertThat(least).as("twice as many take so many times as long").isLessThan(4);
  }

  private static final int MANY = 2_000;

  private static long time(int keys, Strength strength) {
    ObjectNode data = Json.object();
    for (int i = 0; i < keys; i++) {
      data.put("name" + i, "v").put("a" + i + "@example.org", "w");
    }
    ObjectNode body = Json.object();
    body.set("data", data);
    long start = System.nanoTime();
    protection(body).protect(strength);
    return System.nanoTime() - start;
  }

  @Test
  void whatIsFoundInEscapedTextComesBackAsItWas() {
    assertThat(said("a \\n b: \"\\u0061nna@example.org\\n\""))
        .isEqualTo("a \\n b: \"<EMAIL_1>\\n\"");
  }

  @ParameterizedTest
  @EnumSource(Strength.class)
  void keysThatBecomeTheSameKeepTheirValues(Strength strength) {
    ObjectNode body = Json.object();
    body.set("data", json("{\"a@example.org\": \"first\", \"b@example.org\": \"second\"}"));

    String sent = protection(body).protect(strength).request().body().toString();

    assertThat(sent).contains("first", "second").doesNotContain("example.org");
  }

  /** What was said is what a provider keeps, and what it signed. */
  @Test
  void aNameThatBecomesKnownLaterTakesNoNumberFromAnother() {
    ObjectNode first = (ObjectNode) json("{\"messages\": [" + VOGEL + "]}");
    ObjectNode both = (ObjectNode) json("{\"messages\": [" + VOGEL + ", " + LATER + "]}");

    assertThat(texts(first)).containsExactly("What did Vogel say to Mr. <PERSON_1>? <PERSON_1>!");
    assertThat(texts(both))
        .containsExactly(
            "What did <PERSON_2> say to Mr. <PERSON_1>? <PERSON_1>!", "Herr <PERSON_2> schweigt.");
  }

  private static final String VOGEL =
      "{\"role\": \"user\", \"content\": \"What did Vogel say to Mr. Klein? Klein!\"}";
  private static final String LATER = "{\"role\": \"user\", \"content\": \"Herr Vogel schweigt.\"}";

  /** Of its messages, without what we tell the model. */
  private static List<String> texts(ObjectNode body) {
    List<String> texts = new ArrayList<>();
    for (JsonNode message : pseudonymised(body).request().body().path("messages")) {
      if (message.path("role").asText().equals("user")) {
        texts.add(message.path("content").asText());
      }
    }
    return texts;
  }

  @Test
  void differentValuesHaveDifferentPlaceholders() {
    assertThat(said("10.1.23.4 10.12.3.4 anna.b@x.de annab@x.de ANNAB@x.de"))
        .isEqualTo("<IP_1> <IP_2> <EMAIL_1> <EMAIL_2> <EMAIL_2>");
  }

  @Test
  void anAddressIsSomebody() {
    ObjectNode body = Json.object().put("input", "Bitte liefern an Hauptstraße 12, 10115 Berlin");

    assertThat(protection(body).findsSomebody()).isTrue();
    assertThat(protection(body).kinds()).isEmpty();
  }
}
