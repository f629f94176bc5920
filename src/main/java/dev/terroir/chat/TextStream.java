package dev.terroir.chat;

/** Changes a text that comes in pieces. Used from one thread at a time. */
public interface TextStream {

  /** What can be passed on now that {@code piece} has come; may be empty. */
  String accept(String piece);

  /** What is left at the end; may be empty. */
  String finish();
}
