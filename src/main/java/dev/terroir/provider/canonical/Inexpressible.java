package dev.terroir.provider.canonical;

/**
 * A request asks for what a dialect has no words for. Thrown only while a request is translated,
 * and made into a failure at the one place that asks for that.
 */
public final class Inexpressible extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String param;

  /**
   * @param param the field, as in {@code messages[0].content[1]}
   * @param message for the caller
   */
  public Inexpressible(String param, String message) {
    super(message, null, false, false);
    this.param = param;
  }

  public String param() {
    return param;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
