package dev.terroir.protection;

import dev.terroir.chat.TextStream;

/** A text with something in front of it, where there is a text. */
final class Prefaced implements TextStream {

  private final TextStream text;
  private String preface;

  Prefaced(String preface, TextStream text) {
    this.preface = preface;
    this.text = text;
  }

  @Override
  public String accept(String piece) {
    String accepted = text.accept(piece);
    if (accepted.isEmpty() || preface.isEmpty()) {
      return accepted;
    }
    String all = preface + accepted;
    preface = "";
    return all;
  }

  @Override
  public String finish() {
    String rest = text.finish();
    return rest.isEmpty() ? rest : preface + rest;
  }
}
