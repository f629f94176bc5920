package dev.terroir.gateway;

import dev.terroir.chat.BodyReader;
import dev.terroir.policy.vocabulary.Claim;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * A request as it came in, its framing already checked.
 *
 * @param requestId the caller's own, or the gateway's where the caller gave none that is safe
 * @param credentials every credential presented
 * @param stated what the headers say, by claim, as written
 * @param acceptLanguage the header of that name, or empty
 * @param reader makes the canonical request of the body, which is in the caller's dialect
 */
public record Inbound(
    String requestId,
    List<String> credentials,
    Map<Claim, String> stated,
    String acceptLanguage,
    Buffer body,
    BodyReader reader) {
  public Inbound {
    credentials = List.copyOf(credentials);
    stated = Map.copyOf(stated);
  }

  /** How much there is to inspect, in bytes. */
  int weight() {
    return reader.weight(body);
  }
}
