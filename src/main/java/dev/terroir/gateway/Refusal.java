package dev.terroir.gateway;

import dev.terroir.catalog.ModelId;
import dev.terroir.policy.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a request is not answered, in the words of the contract; the dialect is the client's matter.
 *
 * @param param the field or header at fault, or empty
 * @param retry whether and when it is worth trying again
 */
public record Refusal(
    int status, String code, String message, String param, Retry retry, Optional<Legal> legal) {

  /**
   * @throws IllegalArgumentException for a code that is not in the catalogue
   */
  public Refusal {
    RefusalCode.of(code);
  }

  /** What a dialect tells apart. */
  public RefusalCode.Kind kind() {
    return RefusalCode.of(code).kind();
  }

  /** What the caller's SDK is told about trying again. */
  public sealed interface Retry {
    /** Nothing: the status says enough. */
    record Unsaid() implements Retry {}

    /** It would be refused again. */
    record Never() implements Retry {}

    record After(Duration delay) implements Retry {}
  }

  /** What a refusal by law, or by what the tenant asks for, adds. */
  public record Legal(String jurisdictions, List<Reason> reasons, List<ModelId> lawful) {
    public Legal {
      reasons = List.copyOf(reasons);
      lawful = List.copyOf(lawful);
    }
  }

  public static Refusal of(int status, String code, String message, String param) {
    return new Refusal(status, code, message, param, new Retry.Unsaid(), Optional.empty());
  }

  public static Refusal invalid(String message, String param) {
    return of(400, "invalid_request", message, param);
  }

  /** The request names something that is not in the vocabulary, or not for callers. */
  public static Refusal invalid(String code, String message, String param) {
    return of(400, code, message, param);
  }

  public static Refusal invalidKey() {
    return of(401, "invalid_key", "no valid key was presented", "");
  }

  public static Refusal notPermitted(String message, String param) {
    return of(403, "not_permitted", message, param).never();
  }

  public static Refusal notFound(String code, String message, String param) {
    return of(404, code, message, param);
  }

  public static Refusal later(int status, String code, String message, Duration delay) {
    return of(status, code, message, "").with(new Retry.After(delay));
  }

  public static Refusal failed(int status, String code, String message) {
    return of(status, code, message, "");
  }

  public static Refusal byLaw(String code, String message, Legal legal) {
    return new Refusal(451, code, message, "model", new Retry.Never(), Optional.of(legal));
  }

  /** What the tenant itself has ruled out, with the same reasons and alternatives. */
  static Refusal byTenant(String code, String message, Legal legal) {
    return new Refusal(403, code, message, "model", new Retry.Never(), Optional.of(legal));
  }

  public Refusal withStatus(int other) {
    return new Refusal(other, code, message, param, retry, legal);
  }

  Refusal never() {
    return with(new Retry.Never());
  }

  private Refusal with(Retry other) {
    return new Refusal(status, code, message, param, other, legal);
  }
}
