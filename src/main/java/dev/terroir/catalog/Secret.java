package dev.terroir.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.function.Function;

/** A value that must not show: its text form is {@code ***}. Equal to another of the same value. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The only way to the value: for the line that sends it. */
  public <T> T use(Function<String, T> sender) {
    return sender.apply(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(value.getBytes(UTF_8), secret.value.getBytes(UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
