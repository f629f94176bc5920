package dev.terroir.provider.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.catalog.Authentication;
import dev.terroir.catalog.Dialect;
import dev.terroir.fixtures.Deployments;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens of a service account, from a fake of Google's token server. */
final class GoogleTokenTest {

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger fetched = new AtomicInteger();
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(
              request ->
                  request
                      .response()
                      .putHeader("content-type", "application/json")
                      .end(
                          new JsonObject()
                              .put("access_token", "ya29.token-" + fetched.incrementAndGet())
                              .put("expires_in", 3600)
                              .put("token_type", "Bearer")
                              .encode()));

  GoogleTokenTest() {
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    background.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private String serviceAccount() throws NoSuchAlgorithmException {
    byte[] key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    return new JsonObject()
        .put("type", "service_account")
        .put("client_id", "1")
        .put("client_email", "robot@example.test")
        .put("private_key_id", "k1")
        .put(
            "private_key",
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n")
        .put("token_uri", "http://127.0.0.1:" + server.actualPort() + "/token")
        .encode();
  }

  private Future<Map<String, String>> ask(Authorizer authorizer, String secret) {
    URI target = URI.create("https://europe-west3-aiplatform.googleapis.com/v1/x");
    return authorizer.authorize(
        new Authorizer.Subject(
            Deployments.of(Dialect.GEMINI, target.toString(), "x", Authentication.GOOGLE, secret),
            target,
            Buffer.buffer()));
  }

  @Test
  void fetchesATokenOnceAndAnswersOnTheEventLoopThatAsked() throws NoSuchAlgorithmException {
    // given
    Authorizer authorizer = new Credentials(vertx, Clock.systemUTC(), background);
    String secret = serviceAccount();
    Context context = vertx.getOrCreateContext();

    for (int i = 0; i < 3; i++) {
      // when
      Promise<Boolean> sameLoop = Promise.promise();
      Promise<Map<String, String>> headers = Promise.promise();
      context.runOnContext(
          now ->
              ask(authorizer, secret)
                  .onComplete(
                      done -> {
                        sameLoop.complete(context.equals(Vertx.currentContext()));
                        headers.handle(done);
                      }));

      // then
      assertThat(headers.future().toCompletionStage().toCompletableFuture().join())
          .containsEntry("Authorization", "Bearer ya29.token-1");
      assertThat(sameLoop.future().toCompletionStage().toCompletableFuture().join()).isTrue();
    }
    assertThat(fetched).hasValue(1);
  }

  @Test
  void failsWhereTheSecretIsNoServiceAccount() {
    // given
    Authorizer authorizer = new Credentials(vertx, Clock.systemUTC(), background);

    // when
    Future<Map<String, String>> headers = ask(authorizer, "{\"type\":\"nonsense\"}");

    // then
    assertThat(headers.map(false).otherwise(true).toCompletionStage().toCompletableFuture().join())
        .isTrue();
    assertThat(fetched).hasValue(0);
  }
}
