package dev.terroir.api;

import dev.terroir.chat.BodyReader;
import dev.terroir.gateway.Inbound;
import dev.terroir.gateway.Refusal;
import dev.terroir.policy.rule.ClaimsReader;
import dev.terroir.policy.vocabulary.Claim;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what concerns the gateway out of the headers of a request, and nothing else. */
final class RequestHead {

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String BEARER = "bearer ";
  private static final String OURS = "terroir-";
  private static final Map<String, Claim> CLAIMS = claims();

  private final MultiMap headers;

  RequestHead(MultiMap headers) {
    this.headers = headers;
  }

  private static Map<String, Claim> claims() {
    Map<String, Claim> claims = new HashMap<>();
    for (Claim claim : Claim.values()) {
      claims.put(ClaimsReader.header(claim).toLowerCase(Locale.ROOT), claim);
    }
    return claims;
  }

  /** A {@code Terroir-} header that is not for callers to send, or that does not exist. */
  Optional<Refusal> reserved() {
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey();
      if (isOurs(name) && !CLAIMS.containsKey(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(
            Refusal.invalid(
                "reserved_header",
                "callers may send "
                    + CLAIMS.values().stream().map(ClaimsReader::header).sorted().toList(),
                name));
      }
    }
    return Optional.empty();
  }

  private static boolean isOurs(String name) {
    return name.regionMatches(true, 0, OURS, 0, OURS.length());
  }

  /**
   * @param reader makes the canonical request of the body
   */
  Inbound inbound(Buffer body, BodyReader reader) {
    return new Inbound(requestId(), credentials(), stated(), acceptLanguage(), body, reader);
  }

  /** The caller's own id where it is harmless, else empty. */
  String requestId() {
    String id = headers.get("x-request-id");
    return id != null && REQUEST_ID.matcher(id).matches() ? id : "";
  }

  private String acceptLanguage() {
    String accepted = headers.get(HttpHeaders.ACCEPT_LANGUAGE);
    return accepted == null ? "" : accepted;
  }

  private List<String> credentials() {
    List<String> credentials = new ArrayList<>(1);
    String authorization = headers.get(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
      credentials.add(bearer ? authorization.substring(BEARER.length()).strip() : authorization);
    }
    addIfPresent(credentials, headers.get("x-api-key"));
    addIfPresent(credentials, headers.get("api-key"));
    return credentials;
  }

  private static void addIfPresent(List<String> credentials, @Nullable String value) {
    if (value != null) {
      credentials.add(value);
    }
  }

  private Map<Claim, String> stated() {
    Map<Claim, String> stated = new EnumMap<>(Claim.class);
    for (Map.Entry<String, String> header : headers) {
      if (isOurs(header.getKey())) {
        Optional.ofNullable(CLAIMS.get(header.getKey().toLowerCase(Locale.ROOT)))
            .ifPresent(claim -> stated.put(claim, header.getValue()));
      }
    }
    return stated;
  }
}
