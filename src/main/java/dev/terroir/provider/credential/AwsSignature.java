package dev.terroir.provider.credential;

import dev.terroir.catalog.Deployment;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs a request with AWS Signature Version 4, for the service {@code bedrock} in the region that
 * the deployment's file names. A large body is hashed beside the event loop.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">the
 *     algorithm</a>
 */
final class AwsSignature implements Authorizer {

  private static final int LARGEST_INLINE = 64 << 10;
  private static final String SERVICE = "bedrock";

  private final Vertx vertx;
  private final Clock clock;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  AwsSignature(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  @Override
  public Future<Map<String, String>> authorize(Subject subject) {
    Callable<Map<String, String>> sign = () -> sign(subject);
    if (subject.body().length() > LARGEST_INLINE) {
      return vertx.executeBlocking(sign, false);
    }
    return Future.future(promise -> promise.complete(sign(subject)));
  }

  private Map<String, String> sign(Subject subject) {
    Deployment deployment = subject.deployment();
    AwsCredentialsIdentity identity =
        deployment
            .credential()
            .secret()
            .map(secret -> secret.use(AwsSignature::identity))
            .orElseThrow(() -> new IllegalStateException("no access key"));
    String region =
        deployment.region().orElseThrow(() -> new IllegalStateException("no region to sign for"));
    SdkHttpRequest signed =
        signer
            .sign(
                request ->
                    request
                        .identity(identity)
                        .request(unsigned(subject.target()))
                        .payload(payload(subject.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request();
    Map<String, String> headers = new HashMap<>();
    signed.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("host"));
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("content-type"));
    return headers;
  }

  private static SdkHttpRequest unsigned(URI target) {
    return SdkHttpFullRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(target)
        .putHeader("Content-Type", "application/json")
        .build();
  }

  private static ContentStreamProvider payload(Buffer body) {
    return ContentStreamProvider.fromByteArrayUnsafe(body.getBytes());
  }

  private static AwsCredentialsIdentity identity(String secret) {
    String[] parts = secret.split(":", 3);
    if (parts.length < 2) {
      throw new IllegalStateException("an access key is `id:key` or `id:key:session`");
    }
    return parts.length == 3
        ? AwsSessionCredentialsIdentity.create(parts[0], parts[1], parts[2])
        : AwsCredentialsIdentity.create(parts[0], parts[1]);
  }
}
