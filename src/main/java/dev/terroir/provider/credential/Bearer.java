package dev.terroir.provider.credential;

import io.vertx.core.Future;
import java.util.Map;

/** Sends the secret as {@code Authorization: Bearer}; nothing where none is needed. */
final class Bearer implements Authorizer {

  private static final Future<Map<String, String>> NOTHING = Future.succeededFuture(Map.of());

  @Override
  public Future<Map<String, String>> authorize(Subject subject) {
    return subject
        .deployment()
        .credential()
        .secret()
        .map(
            secret ->
                secret.use(key -> Future.succeededFuture(Map.of("Authorization", "Bearer " + key))))
        .orElse(NOTHING);
  }
}
