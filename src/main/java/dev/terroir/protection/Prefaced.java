package dev.terroir.protection;

import dev.terroir.chat.TextStream;
import java.util.function.Supplier;

/** A text with something in front of it, where there is a text. Used from one thread at a time. */
final class Prefaced implements TextStream {

  private final TextStream text;
  private final Supplier<String> preface;
  private boolean begun;

  /**
   * @param preface asked for once, when the text first says something
   */
  Prefaced(Supplier<String> preface, TextStream text) {
    this.preface = preface;
    this.text = text;
  }

  @Override
  public String accept(String piece) {
    return begun(text.accept(piece));
  }

  @Override
  public String finish() {
    return begun(text.finish());
  }

  private String begun(String said) {
    if (begun || said.isEmpty()) {
      return said;
    }
    begun = true;
    return preface.get() + said;
  }
}
