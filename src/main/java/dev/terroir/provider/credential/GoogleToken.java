package dev.terroir.provider.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auth.RequestMetadataCallback;
import com.google.auth.oauth2.GoogleCredentials;
import dev.terroir.catalog.Secret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Sends a token of Google's, fetched and renewed beside the event loop and kept until shortly
 * before it expires.
 */
final class GoogleToken implements Authorizer {

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /** A renewed secret takes a new place, so old ones are forgotten now and then. */
  private static final int MOST_KEPT = 256;

  private final Vertx vertx;
  private final Executor background;
  private final Map<Secret, GoogleCredentials> known = new ConcurrentHashMap<>();

  GoogleToken(Vertx vertx, Executor background) {
    this.vertx = vertx;
    this.background = background;
  }

  @Override
  public Future<Map<String, String>> authorize(Subject subject) {
    CompletableFuture<Map<String, String>> headers = new CompletableFuture<>();
    subject
        .deployment()
        .credential()
        .secret()
        .ifPresentOrElse(
            secret -> request(secret, subject.target(), headers),
            () -> headers.completeExceptionally(new IllegalStateException("no service account")));
    return Future.fromCompletionStage(headers, vertx.getOrCreateContext());
  }

  private void request(Secret secret, URI target, CompletableFuture<Map<String, String>> headers) {
    Optional<GoogleCredentials> kept = Optional.ofNullable(known.get(secret));
    if (kept.isPresent()) {
      kept.get().getRequestMetadata(target, background, new Answer(headers));
      return;
    }
    background.execute(
        () -> {
          try {
            credentials(secret).getRequestMetadata(target, background, new Answer(headers));
          } catch (IOException | RuntimeException e) {
            headers.completeExceptionally(e);
          }
        });
  }

  private GoogleCredentials credentials(Secret secret) throws IOException {
    byte[] json = secret.use(text -> text.getBytes(UTF_8));
    GoogleCredentials credentials =
        GoogleCredentials.fromStream(new ByteArrayInputStream(json)).createScoped(SCOPE);
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    known.putIfAbsent(secret, credentials);
    return known.getOrDefault(secret, credentials);
  }

  private record Answer(CompletableFuture<Map<String, String>> headers)
      implements RequestMetadataCallback {

    @Override
    public void onSuccess(Map<String, List<String>> metadata) {
      Map<String, String> flat = new HashMap<>();
      metadata.forEach((name, values) -> flat.put(name, String.join(",", values)));
      headers.complete(flat);
    }

    @Override
    public void onFailure(Throwable cause) {
      headers.completeExceptionally(cause);
    }
  }
}
