package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.anthropic.MessagesIdiom;
import dev.terroir.api.dialect.openai.ChatIdiom;
import dev.terroir.api.dialect.openai.CompletionsIdiom;
import dev.terroir.api.dialect.openai.EmbeddingsIdiom;
import dev.terroir.api.dialect.responses.ResponsesIdiom;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import dev.terroir.gateway.RefusalCode;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of the catalogue, in every dialect. */
final class RefusalCatalogueTest {

  private static final Set<String> OPENAI =
      Set.of(
          "invalid_request_error",
          "authentication_error",
          "permission_error",
          "not_found_error",
          "rate_limit_error",
          "server_error");

  private static final Set<String> ANTHROPIC =
      Set.of(
          "invalid_request_error",
          "authentication_error",
          "permission_error",
          "not_found_error",
          "request_too_large",
          "rate_limit_error",
          "api_error",
          "timeout_error",
          "overloaded_error");

  private static final Notes NOTES =
      new Notes(
          "req", "exchange", "policy", "", "", Optional.empty(), Map.of(), Optional.empty(), false);

  static Stream<Arguments> everyCodeInEveryDialect() {
    List<Idiom> idioms =
        List.of(
            new ChatIdiom(),
            new CompletionsIdiom(),
            new EmbeddingsIdiom(),
            new ResponsesIdiom(),
            MessagesIdiom.answering(),
            MessagesIdiom.counting());
    return Arrays.stream(RefusalCode.values())
        .flatMap(code -> idioms.stream().map(idiom -> Arguments.of(code, idiom)));
  }

  @ParameterizedTest
  @MethodSource("everyCodeInEveryDialect")
  void isWrittenInTheDialectsOwnShape(RefusalCode code, Idiom idiom) {
    // given
    Refusal refusal = Refusal.of(400, code.word(), "why", "model");

    // when
    JsonObject body = idiom.error(NOTES, refusal).toJsonObject();
    String stream = idiom.brokenOff(refusal).toString();

    // then
    JsonObject error = body.getJsonObject("error");
    assertThat(error.getString("code")).isEqualTo(code.word());
    assertThat(error.getString("message")).isEqualTo("why");
    if (idiom instanceof MessagesIdiom) {
      assertThat(body.getString("type")).isEqualTo("error");
      assertThat(body.getString("request_id")).isEqualTo("req");
      assertThat(error.getString("type")).isIn(ANTHROPIC);
      assertThat(stream).startsWith("event: error\ndata: {\"type\":\"error\"");
    } else {
      assertThat(error.fieldNames()).containsExactly("message", "type", "param", "code");
      assertThat(error.getString("type")).isIn(OPENAI);
      assertThat(stream).contains("data: {").contains("\"error\":{");
    }
    assertThat(stream).endsWith("}\n\n").doesNotContain("[DONE]", "None");
  }

  @Test
  void nothingElseCanBeSaid() {
    assertThatThrownBy(() -> Refusal.of(400, "made_up", "why", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void paramIsNullWhereNothingIsAtFault() {
    // when
    JsonObject body =
        new ChatIdiom().error(NOTES, Refusal.of(500, "internal_error", "why", "")).toJsonObject();

    // then
    assertThat(body.getJsonObject("error").containsKey("param")).isTrue();
    assertThat(body.getJsonObject("error").getValue("param")).isNull();
  }
}
