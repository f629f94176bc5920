package dev.terroir.provider.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Deployments;
import dev.terroir.fixtures.FakeUpstream.Received;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each host is shown its own credential, in its own way, and no other host is shown it. */
final class CredentialsTest {

  private static Bench open(Tongue tongue, String credential) {
    return Bench.open(TestGateway.LIMITS, files -> TongueWorld.speaking(files, tongue, credential));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, '', authorization, Bearer the-secret-key",
    "AZURE_OPENAI, '', api-key, the-secret-key",
    "AZURE_OPENAI, bearer, authorization, Bearer the-secret-key",
    "ANTHROPIC, '', x-api-key, the-secret-key",
    "ANTHROPIC, bearer, authorization, Bearer the-secret-key",
    "GEMINI, '', x-goog-api-key, the-secret-key",
    "GEMINI, bearer, authorization, Bearer the-secret-key",
    "BEDROCK, '', authorization, Bearer the-secret-key",
    "COHERE, '', authorization, Bearer the-secret-key"
  })
  void showsTheCredentialAsTheHostWantsIt(
      Tongue tongue, String authentication, String header, String value) {
    // given
    String way = authentication.isEmpty() ? "" : "    authentication: " + authentication + "\n";
    try (Bench bench = open(tongue, "    credential: ${TEST_KEY}\n" + way)) {
      bench.upstream().script(Script.failing(400, "no"));

      // when
      bench.caller().body(Bench.chat("model-one")).post("/v1/chat/completions");

      // then
      Received received = bench.upstream().received().getFirst();
      assertThat(received.headers()).containsEntry(header, value);
      assertThat(received.headers().values())
          .filteredOn(it -> it.contains(Deployments.SECRET))
          .hasSize(1);
      assertThat(received.uri() + received.body()).doesNotContain(Deployments.SECRET);
    }
  }

  @Test
  void triesAnotherDeploymentWhereTheSecretIsOfNoUse() {
    // given
    String credential = "    credential: ${TEST_KEY}\n    authentication: sigv4\n";
    try (Bench bench = open(Tongue.BEDROCK, credential)) {
      // when
      var answer = bench.caller().body(Bench.chat("auto")).post("/v1/chat/completions");

      // then
      answer.then().statusCode(200).header("Terroir-Deployment", "abroad/model-abroad");
      assertThat(bench.upstream().receivedBy("one")).isEmpty();
    }
  }

  @Test
  void asksADeploymentThatHasTheWordsWhereTheFirstHasNot() {
    try (Bench bench = open(Tongue.COHERE, "")) {
      // given
      String two = Bench.chat("auto").replaceFirst("\\{", "{\"n\":2,");

      // when
      var other = bench.caller().body(two).post("/v1/chat/completions");
      var none = bench.caller().body(two.replace("auto", "model-one")).post("/v1/chat/completions");

      // then
      other.then().statusCode(200).header("Terroir-Deployment", "abroad/model-abroad");
      none.then().statusCode(400);
      assertThat(none.jsonPath().getString("error.param")).isEqualTo("n");
      assertThat(none.jsonPath().getString("error.message")).contains("`n`");
      assertThat(bench.upstream().receivedBy("one")).isEmpty();
    }
  }
}
