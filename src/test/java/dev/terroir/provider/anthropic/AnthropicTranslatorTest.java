package dev.terroir.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.catalog.Dialect;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.fixtures.Deployments;
import dev.terroir.provider.wire.Outgoing;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where Claude is served decides how it is asked. */
final class AnthropicTranslatorTest {

  private static Outgoing sent(String endpoint, boolean stream) {
    ChatRequest request =
        new ChatRequest(Json.object(), "claude", stream, false, Set.of(), Map.of());
    return new AnthropicTranslator()
        .outgoing(request, Deployments.of(Dialect.ANTHROPIC, endpoint, "claude-opus-5-5"));
  }

  @Test
  void namesTheModelInThePathAtVertex() {
    // when
    Outgoing whole = sent("https://regional.example.test/v1/publishers/anthropic", false);
    Outgoing streamed = sent("https://regional.example.test/v1/publishers/anthropic", true);

    // then
    assertThat(whole.path()).isEqualTo("/models/claude-opus-5-5:rawPredict");
    assertThat(streamed.path()).isEqualTo("/models/claude-opus-5-5:streamRawPredict");
    JsonObject body = streamed.body().toJsonObject();
    assertThat(body.getString("anthropic_version")).isEqualTo("vertex-2023-10-16");
    assertThat(body.getBoolean("stream")).isTrue();
    assertThat(body.fieldNames()).doesNotContain("model", "inference_geo");
    assertThat(whole.headers()).isEmpty();
  }

  @Test
  void asksForTheRegionInEachRequest() {
    // when
    JsonObject regional = sent("https://regional.example.test/v1", false).body().toJsonObject();
    JsonObject other = sent("https://host.example.test/v1", false).body().toJsonObject();

    // then
    assertThat(regional.getString("inference_geo")).isEqualTo("eu-central-1");
    assertThat(other.containsKey("inference_geo")).isFalse();
  }
}
