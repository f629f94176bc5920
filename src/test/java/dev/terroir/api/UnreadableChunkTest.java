package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.Spoken;
import dev.terroir.fixtures.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chunk that has to be edited is, or the stream ends before it. */
final class UnreadableChunkTest {

  private static final Bench BENCH =
      Bench.open(TestGateway.LIMITS, files -> SmallWorld.protectedAbroad(files, "pseudonymise"));

  private static final String QUESTION = "Write to anna@example.org";

  @AfterAll
  static void close() {
    BENCH.close();
  }

  @BeforeEach
  void forgive() {
    BENCH.gateway().forgive("abroad/model-abroad");
  }

  private static Script says(Script script, String delta) {
    return script.write(
        "data: {\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
            + delta
            + "}]}\n\n");
  }

  private static Script content(Script script, String json) {
    return says(script, "{\"content\":\"" + json + "\"}");
  }

  @ParameterizedTest
  @EnumSource(Spoken.class)
  void joinsAPairThatIsSplitOverChunks(Spoken dialect) {
    // given
    Script script = content(Script.stream(), "Hi \\ud83d");
    script = content(content(script, "\\ude00, <EMA"), "IL_1>!\\uD83D");
    BENCH.upstream().script("abroad", script.stop().done());

    // when
    String heard = dialect.text(dialect.stream(BENCH, dialect.body("model-abroad", QUESTION)));

    // then
    assertThat(heard).isEqualTo("Hi 😀, anna@example.org!\ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":\"x\",\"content\":\"<EMAIL_1> late\"}",
        "{\"content\":\"<EMAIL_1> late\",\"k\\u0000\":1}",
        "{\"content\":\"<EMAIL_1> late\",\"n\":1e999999999999}"
      })
  void endsTheStreamWhereAChunkCannotBeRead(String delta) {
    // given
    Script script = content(Script.stream(), "early <EMA");
    script = content(says(script, delta), "much later");
    BENCH.upstream().script("abroad", script.stop().done());

    // when
    String all =
        Spoken.CHAT
            .ask(BENCH, Spoken.CHAT.body("model-abroad", QUESTION).put("stream", true))
            .asString();

    // then
    assertThat(all).contains("early ").contains("\"error\"").contains("upstream_failed");
    assertThat(all).doesNotContain("late", "EMA", "[DONE]", "finish_reason\":\"stop");
    assertThat(BENCH.gateway().audited().toString()).contains("INVALID_RESPONSE");
  }

  /** Nothing is edited here: a dialect has to read it all the same, or pass it. */
  @ParameterizedTest
  @EnumSource(Spoken.class)
  void losesNothingThatStandsBesideAHalf(Spoken dialect) {
    // given
    Script script = content(content(Script.stream(), "Hi \\ud83d"), "\\ude00 there");
    BENCH.upstream().script("one", script.stop().done());

    // when
    String heard = dialect.text(dialect.stream(BENCH, dialect.body("model-one", QUESTION)));

    // then
    assertThat(heard).startsWith("Hi ").endsWith(" there");
  }

  @Test
  void passesWhatNobodyHasToRead() {
    // given
    String delta = "{\"content\":\"x\",\"content\":\"y\"}";
    BENCH.upstream().script("one", says(Script.stream(), delta).stop().done());

    // when
    String all =
        Spoken.CHAT
            .ask(BENCH, Spoken.CHAT.body("model-one", QUESTION).put("stream", true))
            .asString();

    // then
    assertThat(all).contains(delta).contains("[DONE]");
  }
}
