package dev.terroir.provider.wire;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request in a deployment's dialect.
 *
 * @param path what follows the path of the deployment's endpoint, encoded, with its query
 * @param headers beside those that every request has
 */
public record Outgoing(String path, Map<String, String> headers, Buffer body) {

  public Outgoing {
    headers = Map.copyOf(headers);
  }

  public static Outgoing to(String path, Buffer body) {
    return new Outgoing(path, Map.of(), body);
  }

  /** {@code text} as one segment of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
