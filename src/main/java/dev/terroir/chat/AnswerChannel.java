package dev.terroir.chat;

/**
 * One text of an answer, which may come in pieces.
 *
 * @param choice the number of the alternative
 * @param call the number of the tool call that the text is the arguments of, else 0
 */
public record AnswerChannel(int choice, Kind kind, int call) {

  /** Which of a choice's texts it is. */
  public enum Kind {
    CONTENT,
    REASONING,
    /** Reasoning that its maker has signed: nothing may be taken out of it. */
    SIGNED_REASONING,
    REFUSAL,
    /** A JSON document. */
    ARGUMENTS
  }
}
