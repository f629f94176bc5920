package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.gateway.Limits;
import dev.terroir.provider.Deadlines;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FailoverTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final String GONE = "http://127.0.0.1:1/v1";

  private static final Limits LIMITS =
      TestGateway.limits(
          new Deadlines(
              Duration.ofMillis(500),
              Duration.ofMillis(300),
              Duration.ofMillis(500),
              Duration.ofSeconds(1)),
          Duration.ofSeconds(5));

  private Bench bench = Bench.open(LIMITS);

  @AfterEach
  void close() {
    bench.close();
  }

  private void reopenWith(UnaryOperator<Map<String, String>> change) {
    bench.close();
    bench = Bench.open(LIMITS, change);
  }

  /** A way for a deployment to fail before its first byte of an answer. */
  enum Fault {
    ERROR_500(Script.failing(500, "canary")),
    ERROR_503(Script.failing(503, "canary")),
    BUSY(Script.begin().status(429).header("retry-after", "7").write("{}").end()),
    OUR_KEY_IS_BAD(Script.failing(401, "canary")),
    REDIRECT(Script.begin().status(302).header("location", "http://127.0.0.1:1/").end()),
    GONE_404(Script.failing(404, "canary")),
    HTML(Script.begin().header("content-type", "text/html").write("<html>").end()),
    NO_CONTENT(Script.begin().status(204).end()),
    NOT_JSON(Script.begin().header("content-type", "application/json").write("{").end()),
    NO_CHOICES(Script.begin().header("content-type", "application/json").write("{}").end()),
    RESET(Script.begin().reset()),
    SILENCE(Script.begin().hang());

    @SuppressWarnings("ImmutableEnumChecker") // it counts who leaves, and nothing else changes
    private final Script script;

    Fault(Script script) {
      this.script = script;
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void triesTheNextLawfulDeployment(Fault fault) {
    // given
    bench.upstream().script("one", fault.script);

    // when
    Response plain = bench.caller().body(Bench.chat("auto")).post(CHAT);
    Response streamed = bench.caller().body(Bench.streamed()).post(CHAT);

    // then
    for (Response answer : List.of(plain, streamed)) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.header("Terroir-Deployment")).isEqualTo("two/model-two");
      assertThat(answer.asString()).contains("\"model\":\"model-two\"").doesNotContain("canary");
    }
    assertThat(streamed.asString()).endsWith("data: [DONE]\n\n");
    assertThat(bench.upstream().receivedBy("one")).hasSize(2);
    assertThat(bench.upstream().receivedBy("abroad")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void neverTriesAnUnlawfulDeploymentHoweverTheLawfulFail(Fault fault) {
    // given
    bench.upstream().script("one", fault.script);

    for (Fault second : Fault.values()) {
      bench.gateway().forgive("one/model-one");
      bench.gateway().forgive("two/model-two");
      bench.upstream().script("two", second.script);

      // when
      Response answer =
          bench
              .caller()
              .header("Terroir-Data", "health")
              .body(second == Fault.RESET ? Bench.streamed() : Bench.chat("auto"))
              .post(CHAT);

      // then
      assertThat(answer.statusCode()).as(fault + ", " + second).isIn(429, 502, 504);
      assertThat(answer.asString()).doesNotContain("canary");
    }
    assertThat(bench.upstream().receivedBy("two")).hasSize(Fault.values().length);
    assertThat(bench.upstream().receivedBy("abroad")).isEmpty();
  }

  @Test
  void triesTheNextDeploymentWhenTheFirstRefusesConnections() {
    // given
    reopenWith(files -> Bench.moved(files, "one", GONE));

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer.then().statusCode(200).header("Terroir-Deployment", "two/model-two");
  }

  @Test
  void answersThatConnectingTookTooLong() throws IOException {
    // given: a server that accepts no more connections
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      String endpoint = "http://127.0.0.1:" + full.getLocalPort() + "/v1";
      reopenWith(files -> Bench.moved(files, "one", endpoint));

      // when
      Response answer = bench.caller().body(Bench.chat("model-one")).post(CHAT);

      // then
      answer.then().statusCode(504).body("error.code", equalTo("upstream_timeout"));
      assertThat(answer.jsonPath().getString("error.message")).contains("connecting");
    }
  }

  @Test
  void triesThreeDeploymentsAtMost() {
    // given
    reopenWith(
        files -> {
          for (String site : List.of("three", "four", "five")) {
            String more = SmallWorld.deployment(site, "model-one", "DE", site(files));
            files.merge("hosts/de.yaml", more, String::concat);
          }
          return files;
        });
    bench.upstream().script(Script.failing(500, "x"));

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer.then().statusCode(502).body("error.code", equalTo("upstream_failed"));
    assertThat(bench.upstream().received()).hasSize(3);
  }

  private static UnaryOperator<String> site(Map<String, String> files) {
    String one =
        files.getOrDefault("hosts/de.yaml", "").replaceAll("(?s).*endpoint: (\\S+)/one/v1.*", "$1");
    return name -> one + "/" + name + "/v1";
  }

  @Test
  void passesOnTheCallersOwnFaultAndTriesNobodyElse() {
    // given
    bench.upstream().script("one", Script.failing(400, "context too long: 9 > 8"));

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer
        .then()
        .statusCode(400)
        .body("error.code", equalTo("invalid_request"))
        .body("error.message", equalTo("context too long: 9 > 8"));
    assertThat(bench.upstream().received()).hasSize(1);
  }

  @Test
  void passesOnTheLongestRetryAfterThatAClientShouldObey() {
    // given
    bench.upstream().script(Script.begin().status(429).header("retry-after", "86400").end());

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer
        .then()
        .statusCode(429)
        .header("retry-after", "600")
        .body("error.type", equalTo("rate_limit_error"))
        .body("error.code", equalTo("upstream_rate_limited"));
  }

  @Test
  void answersThatAllTookTooLong() {
    // given
    bench.upstream().script(Script.begin().hang());

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer.then().statusCode(504).body("error.code", equalTo("upstream_timeout"));
    assertThat(bench.upstream().received()).hasSize(3);
  }

  @Test
  void triesNothingMoreAfterTheFirstByte() throws IOException {
    // given
    bench.upstream().script("one", Script.stream().chunk("a").reset());

    // when
    try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
      int status = caller.head().status();

      // then
      assertThat(status).isEqualTo(200);
      assertThat(caller.body()).contains("upstream_failed").doesNotContain("[DONE]");
      assertThat(bench.upstream().received()).hasSize(1);
    }
  }

  @Test
  void doesNotCallADeploymentThatHasFailedAgainAndAgain() {
    // given
    bench.upstream().script("one", Script.failing(500, "x"));
    for (int i = 0; i < 5; i++) {
      bench.caller().body(Bench.chat("auto")).post(CHAT);
    }
    bench.upstream().forget();

    // when
    Response any = bench.caller().body(Bench.chat("auto")).post(CHAT);
    Response named = bench.caller().body(Bench.chat("model-one")).post(CHAT);

    // then
    any.then().statusCode(200).header("Terroir-Deployment", "two/model-two");
    named.then().statusCode(503).body("error.code", equalTo("no_permitted_deployment_available"));
    assertThat(Integer.parseInt(named.header("retry-after"))).isBetween(1, 12);
    assertThat(bench.upstream().receivedBy("one")).isEmpty();
  }

  @Test
  void doesNotEjectADeploymentForItsCallersFaults() {
    // given
    bench.upstream().script("one", Script.failing(400, "x"));
    for (int i = 0; i < 6; i++) {
      bench.caller().body(Bench.chat("auto")).post(CHAT);
    }
    bench.upstream().script("one", Script.answering("hello"));

    // when
    Response answer = bench.caller().body(Bench.chat("auto")).post(CHAT);

    // then
    answer.then().statusCode(200).header("Terroir-Deployment", "one/model-one");
  }
}
