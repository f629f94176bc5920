package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.Spoken;
import dev.terroir.fixtures.TestGateway;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that is put back into JSON leaves it JSON, whichever signs are in the value. */
final class StructuredAnswerTest {

  private static final Bench BENCH =
      Bench.open(TestGateway.LIMITS, files -> SmallWorld.protectedAbroad(files, "pseudonymise"));

  private static final String NAME = "Anna \"Anni\" Müller \\ Vogel\nBerlin";

  private static final String QUESTION = new JsonObject().put("patient_name", NAME).encode();

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static Stream<Arguments> asking() {
    return Stream.of(Spoken.values())
        .filter(Spoken::asksForJson)
        .flatMap(dialect -> Stream.of(1, 4, 1000).map(size -> Arguments.of(dialect, size)));
  }

  private static void answers(String text, int size) {
    Script script = Script.stream();
    for (int i = 0; i < text.length(); i += size) {
      script = script.chunk(text.substring(i, Math.min(text.length(), i + size)));
    }
    BENCH.upstream().script("abroad", script.stop().usage(3, 2).done());
  }

  /** It begins with a number, so that only the request says that it is JSON. */
  @ParameterizedTest
  @MethodSource("asking")
  void escapesWhatIsPutBackIntoJsonThatWasAskedFor(Spoken dialect, int size) {
    // given
    String answer = "[1, \"<PERSON_1>\"]";
    JsonObject body = dialect.asJson(dialect.body("model-abroad", QUESTION));
    BENCH.upstream().script("abroad", Script.answering(answer));

    // when
    String whole = dialect.text(dialect.ask(BENCH, body));
    answers(answer, size);
    String streamed = dialect.text(dialect.stream(BENCH, body));

    // then
    assertThat(new JsonArray(whole).getString(1)).isEqualTo(NAME);
    assertThat(new JsonArray(streamed).getString(1)).isEqualTo(NAME);
  }

  @ParameterizedTest
  @EnumSource(Spoken.class)
  void escapesWhatIsPutBackIntoContentThatBeginsAsJson(Spoken dialect) {
    // given
    BENCH.upstream().script("abroad", Script.echoing(3));
    JsonObject body = dialect.body("model-abroad", QUESTION);

    // when
    String whole = dialect.text(dialect.ask(BENCH, body));
    String streamed = dialect.text(dialect.stream(BENCH, body));

    // then
    assertThat(new JsonObject(whole).getString("patient_name")).isEqualTo(NAME);
    assertThat(new JsonObject(streamed).getString("patient_name")).isEqualTo(NAME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Her name: <PERSON_1> | Her name: %s",
        "[<PERSON_1>] is her name | [%s] is her name",
        "{<PERSON_1>} | {%s}",
        "``` <PERSON_1> | ``` %s",
        "<PERSON_1> | %s"
      })
  void putsItBackAsItIsIntoProse(String answer, String expected) {
    answers(answer, 1);

    String heard =
        Spoken.CHAT.text(Spoken.CHAT.stream(BENCH, Spoken.CHAT.body("model-abroad", QUESTION)));

    assertThat(heard).isEqualTo(expected.formatted(NAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "```json {\"name\": \"<PERSON_1>\"} ``` | ```json {\"name\": %s} ```",
        "{ \"name\": \"<PERSON_1>\" | { \"name\": %s",
        "[{\"name\": \"<PERSON_1>\"}] | [{\"name\": %s}]",
        "[\"<PERSON_1>\"] | [%s]"
      })
  void knowsJsonByItsBeginning(String answer, String expected) {
    answers(answer, 2);

    String heard =
        Spoken.CHAT.text(Spoken.CHAT.stream(BENCH, Spoken.CHAT.body("model-abroad", QUESTION)));

    assertThat(heard).isEqualTo(expected.formatted(Json.encode(NAME)));
  }
}
