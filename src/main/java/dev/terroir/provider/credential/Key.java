package dev.terroir.provider.credential;

import dev.terroir.catalog.Dialect;
import io.vertx.core.Future;
import java.util.Map;

/** Sends the secret in the header that the dialect has for keys. */
final class Key implements Authorizer {

  @Override
  public Future<Map<String, String>> authorize(Subject subject) {
    String header = header(subject.deployment().host().dialect());
    return Future.succeededFuture(
        subject
            .deployment()
            .credential()
            .secret()
            .map(secret -> secret.use(key -> Map.of(header, key)))
            .orElse(Map.of()));
  }

  private static String header(Dialect dialect) {
    return switch (dialect) {
      case GEMINI -> "x-goog-api-key";
      case AZURE_OPENAI, OPENAI -> "api-key";
      case ANTHROPIC, BEDROCK, COHERE, NATIVE, EMBEDDED -> "x-api-key";
    };
  }
}
