package dev.terroir.api.dialect;

import dev.terroir.chat.ChatRequestReader.Fault;
import java.util.Optional;

/** Thrown while a body is read, and caught where the reading began. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public Refused(Fault fault) {
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  /** Of a field, named as in {@code messages[0].role}. */
  public static Refused invalid(String param, String message) {
    return new Refused(new Fault(Fault.Kind.INVALID, message, param));
  }

  /** What would be fetched, or run, from a place and by a way that no rule has judged. */
  public static Refused remote(String param, String message) {
    return new Refused(new Fault(Fault.Kind.REMOTE_CONTENT, message, param));
  }

  /** A field that would choose the way of a request. */
  public static void orElseGo(Optional<Fault> fault) {
    if (fault.isPresent()) {
      throw new Refused(fault.get());
    }
  }

  public Fault fault() {
    return fault;
  }
}
