package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.SmallWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionsTest {

  private static final String PATH = "/v1/completions";
  private static final Bench BENCH = Bench.open();

  @AfterAll
  static void close() {
    BENCH.close();
  }

  @Test
  void answersOpenAisOwnClient() {
    // given
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .baseUrl(BENCH.gateway().url() + "/v1")
            .apiKey(SmallWorld.KEY)
            .build();

    // when
    Completion completion =
        client
            .completions()
            .create(CompletionCreateParams.builder().model("auto").prompt("Once").build());
    client.close();

    // then
    assertThat(completion.choices().getFirst().text()).isEqualTo("hello");
    assertThat(completion.choices().getFirst().finishReason().asString()).isEqualTo("stop");
    assertThat(completion.id()).startsWith("cmpl-");
  }

  @Test
  void streamsTextAndSaysThatItIsDone() {
    // when
    String text =
        BENCH
            .caller()
            .body("{\"model\":\"auto\",\"prompt\":[\"Once\"],\"stream\":true}")
            .post(PATH)
            .asString();

    // then
    assertThat(text)
        .contains("\"object\":\"text_completion\"", "\"text\":\"hello\"")
        .doesNotContain("chat.completion", "delta", "\"usage\":{")
        .endsWith("data: [DONE]\n\n");
    assertThat(text.split("\\[DONE\\]", -1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"suffix\":\"x\"|suffix",
        "\"best_of\":2|best_of",
        "\"echo\":true|echo",
        "\"prompt\":[\"a\",\"b\"]|prompt",
        "\"prompt\":[1,2]|prompt",
        "\"prompt\":null|prompt",
        "\"something\":1|something"
      })
  void refusesWhatAChatCannotDo(String field, String param) {
    // when
    String prompt = field.contains("prompt") ? "" : ",\"prompt\":\"Once\"";
    var answer = BENCH.caller().body("{\"model\":\"auto\"" + prompt + "," + field + "}").post(PATH);

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("error.param")).isEqualTo(param);
  }
}
