package dev.terroir.catalog;

import java.util.function.Function;

/** A value that must not show: its text form is {@code ***}. */
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
  public String toString() {
    return "***";
  }
}
