package dev.terroir.api;

import dev.terroir.gateway.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests that two readers could take for different things: ambiguous framing, headers
 * twice that may be there once, paths that mean another path. What the server's codec refuses by
 * itself never comes here.
 */
final class Edge {

  /** What RFC 3986 lets a path hold, but for escapes. */
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@/-]*");

  private static final int MOST_HEADERS = 100;

  /** At most one of each. */
  private static final Set<String> SINGLE =
      Set.of(
          "authorization",
          "x-api-key",
          "api-key",
          "content-type",
          "content-encoding",
          "content-length",
          "transfer-encoding",
          "expect",
          "x-request-id");

  private Edge() {}

  /** What is wrong with the head of {@code request}, if anything; the connection is then closed. */
  static Optional<Refusal> check(HttpServerRequest request) {
    return framing(request)
        .or(() -> host(request))
        .or(() -> repeated(request.headers()))
        .or(() -> path(request));
  }

  private static Optional<Refusal> framing(HttpServerRequest request) {
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    boolean length = request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked");
    if (!encodings.isEmpty() && (!chunked || length)) {
      return refuse("invalid_framing", "the length of the body is ambiguous", "Transfer-Encoding");
    }
    if (request.headers().contains(HttpHeaders.UPGRADE)) {
      return refuse(
          "upgrade_not_supported", "this connection cannot be upgraded: speak HTTP/1.1", "Upgrade");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> host(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return Optional.empty();
    }
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_1) {
      return refuse("missing_host", "there is no Host header", "Host");
    }
    if (hosts.size() > 1) {
      return refuse("duplicate_host", "there are two Host headers", "Host");
    }
    if (!request.uri().startsWith("/") && !request.uri().equals("*")) {
      return Optional.of(
          Refusal.invalid("misdirected_request", "ask with a path, not with a whole URL", "")
              .withStatus(421));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> repeated(MultiMap headers) {
    Set<String> seen = new HashSet<>();
    int count = 0;
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean single = SINGLE.contains(name) || name.startsWith("terroir-");
      if (single && !seen.add(name)) {
        return refuse("duplicate_header", "this header is there twice", header.getKey());
      }
      count++;
    }
    return count > MOST_HEADERS ? Optional.of(tooManyHeaders()) : Optional.empty();
  }

  private static Refusal tooManyHeaders() {
    String message = "there are more than " + MOST_HEADERS + " headers";
    return Refusal.invalid("header_too_large", message, "").withStatus(431);
  }

  private static Optional<Refusal> path(HttpServerRequest request) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    boolean ambiguous =
        !PATH.matcher(path).matches()
            || path.contains("//")
            || path.contains("/./")
            || path.contains("/../")
            || path.endsWith("/.")
            || path.endsWith("/..");
    return ambiguous
        ? refuse("invalid_path", "write the path plainly: nothing escaped, no dots", "")
        : Optional.empty();
  }

  private static Optional<Refusal> refuse(String code, String message, String param) {
    return Optional.of(Refusal.invalid(code, message, param));
  }
}
