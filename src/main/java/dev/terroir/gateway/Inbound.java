package dev.terroir.gateway;

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
 */
public record Inbound(
    String requestId,
    List<String> credentials,
    Map<Claim, String> stated,
    String acceptLanguage,
    Buffer body) {
  public Inbound {
    credentials = List.copyOf(credentials);
    stated = Map.copyOf(stated);
  }
}
