package dev.terroir.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.terroir.identity.Identification.Cause;
import dev.terroir.identity.Identification.Identified;
import dev.terroir.identity.Identification.Rejected;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Knows every tenant's keys by their digests. A request without a key, with an unknown one and with
 * an expired one all cost the same digest and the same look-up. Immutable.
 */
public final class Keys {

  private final Map<String, StoredKey> byDigest = new HashMap<>();
  private final Clock clock;

  /**
   * @param development whether development keys are good here
   */
  public Keys(Collection<StoredKey> keys, boolean development, Clock clock) {
    for (StoredKey key : keys) {
      if (development || !key.development()) {
        byDigest.put(key.sha256(), key);
      }
    }
    this.clock = clock;
  }

  /**
   * @param presented every credential of the request; the same one twice is fine, two different
   *     ones are not
   */
  public Identification identify(List<String> presented) {
    StoredKey key = byDigest.get(digest(presented.isEmpty() ? "" : presented.getFirst()));
    if (presented.isEmpty()) {
      return new Rejected(Cause.MISSING);
    }
    if (presented.stream().distinct().count() > 1) {
      return new Rejected(Cause.CONFLICTING);
    }
    if (key == null) {
      return new Rejected(Cause.UNKNOWN);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    if (key.expires().filter(today::isAfter).isPresent()) {
      return new Rejected(Cause.EXPIRED);
    }
    return new Identified(new Caller(key.id(), key.tenant()));
  }

  /** The form in which a tenant's file holds {@code key}. */
  public static String digest(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
