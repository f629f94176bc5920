package dev.terroir.provider.canonical;

/** A piece of an answer, whole or streamed, in the order in which a model says it. */
public sealed interface Piece {

  record Text(String text) implements Piece {}

  /** What the model thought, where its maker shows it. */
  record Reasoning(String text) implements Piece {}

  /** Why the model will not answer. */
  record Refused(String text) implements Piece {}

  /**
   * A call of a tool begins.
   *
   * @param index counts the calls of an answer from 0
   * @param arguments as far as they are known, as JSON
   */
  record Call(int index, String id, String name, String arguments) implements Piece {}

  /** More of a call's arguments. */
  record Arguments(int index, String json) implements Piece {}

  record State(ReasoningState state) implements Piece {}

  /** The model has said all. */
  record Finish(FinishReason reason) implements Piece {}
}
