package dev.terroir.provider.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.catalog.Authentication;
import dev.terroir.catalog.Dialect;
import dev.terroir.fixtures.Deployments;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The signature, against one made by hand from the specification. */
final class AwsSignatureTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-08-30T12:36:00Z"), ZoneOffset.UTC);
  private static final String ENDPOINT = "https://bedrock-runtime.eu-central-1.amazonaws.com";
  private static final URI TARGET =
      URI.create(ENDPOINT + "/model/anthropic.claude-opus-5-5-v1%3A0/converse");
  private static final String KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  private static Map<String, String> sign(String secret, Buffer body) {
    return new Credentials(VERTX, CLOCK, Runnable::run)
        .authorize(
            new Authorizer.Subject(
                Deployments.of(Dialect.BEDROCK, ENDPOINT, "x", Authentication.SIGV4, secret),
                TARGET,
                body))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  /** The path is encoded twice in what is signed, once on the wire. */
  private static String signature(String signedHeaders, String headers, Buffer body)
      throws GeneralSecurityException {
    String canonical =
        "POST\n/model/anthropic.claude-opus-5-5-v1%253A0/converse\n\n"
            + headers
            + "\n"
            + signedHeaders
            + "\n"
            + sha256(body.getBytes());
    String scope = "20260830/eu-central-1/bedrock/aws4_request";
    String toSign =
        "AWS4-HMAC-SHA256\n20260830T123600Z\n" + scope + "\n" + sha256(canonical.getBytes(UTF_8));
    byte[] key = hmac(("AWS4" + KEY).getBytes(UTF_8), "20260830");
    for (String part : new String[] {"eu-central-1", "bedrock", "aws4_request"}) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  @Test
  void signsForTheRegionOfTheFile() throws GeneralSecurityException {
    for (Buffer body : new Buffer[] {Buffer.buffer("{}"), Buffer.buffer("x".repeat(100_000))}) {
      // when
      Map<String, String> headers = sign("AKIDEXAMPLE:" + KEY, body);

      // then
      String expected =
          signature(
              "content-type;host;x-amz-content-sha256;x-amz-date",
              "content-type:application/json\n"
                  + "host:bedrock-runtime.eu-central-1.amazonaws.com\n"
                  + "x-amz-content-sha256:"
                  + sha256(body.getBytes())
                  + "\n"
                  + "x-amz-date:20260830T123600Z\n",
              body);
      assertThat(headers.get("Authorization"))
          .isEqualTo(
              "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260830/eu-central-1/bedrock/aws4_request,"
                  + " SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature="
                  + expected);
      assertThat(headers).containsOnlyKeys("Authorization", "X-Amz-Date", "x-amz-content-sha256");
    }
  }

  @Test
  void signsTheTokenOfASession() {
    // when
    Map<String, String> headers = sign("AKIDEXAMPLE:" + KEY + ":token==", Buffer.buffer("{}"));

    // then
    assertThat(headers).containsEntry("X-Amz-Security-Token", "token==");
    assertThat(headers.get("Authorization")).contains("x-amz-date;x-amz-security-token");
  }

  @Test
  void failsWhereTheSecretIsNoAccessKey() {
    assertThat(
            new Credentials(VERTX, CLOCK, Runnable::run)
                .authorize(
                    new Authorizer.Subject(
                        Deployments.of(
                            Dialect.BEDROCK, ENDPOINT, "x", Authentication.SIGV4, "nonsense"),
                        TARGET,
                        Buffer.buffer("{}")))
                .failed())
        .isTrue();
  }
}
