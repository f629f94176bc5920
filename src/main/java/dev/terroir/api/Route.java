package dev.terroir.api;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Every route for applications. What is not here is not found, and no route does without a guard
 * that another has: a test goes through all of them.
 */
public enum Route {
  CHAT("POST", "/v1/chat/completions"),
  COMPLETIONS("POST", "/v1/completions"),
  EMBEDDINGS("POST", "/v1/embeddings"),
  RESPONSES("POST", "/v1/responses"),
  MESSAGES("POST", "/v1/messages"),
  COUNT_TOKENS("POST", "/v1/messages/count_tokens"),
  MODELS("GET", "/v1/models"),
  MODEL("GET", "/v1/models/"),
  DECISIONS("POST", "/v1/decisions");

  private static final List<Route> ALL = List.of(values());

  private final String method;
  private final String path;

  Route(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public String method() {
    return method;
  }

  /** The path, or what it begins with where it ends in a slash. */
  public String path() {
    return path;
  }

  /** Whether a request to this route has a body. */
  public boolean hasBody() {
    return method.equals("POST");
  }

  static Optional<Route> of(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    return ALL.stream()
        .filter(it -> it.method.equals(request.method().name()) && it.isAt(path))
        .findFirst();
  }

  static boolean isKnown(String path) {
    return ALL.stream().anyMatch(it -> it.isAt(path));
  }

  private boolean isAt(String other) {
    return path.endsWith("/")
        ? other.startsWith(path) && other.length() > path.length()
        : other.equals(path);
  }
}
