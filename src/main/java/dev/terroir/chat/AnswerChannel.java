package dev.terroir.chat;

/**
 * One text of an answer, which may come in pieces. Two texts of the same kind are two channels
 * where they stand at different places: a server may say the same thought in two fields.
 *
 * @param choice the number of the alternative
 * @param place where in the alternative it stands
 */
public record AnswerChannel(int choice, Kind kind, AnswerPlace place) {

  /** Which of a choice's texts it is. */
  public enum Kind {
    CONTENT,
    /** What is said aloud, in words. The sound itself cannot be changed. */
    TRANSCRIPT,
    REASONING,
    /** Reasoning that its maker has signed: nothing may be taken out of it. */
    SIGNED_REASONING,
    REFUSAL,
    /** The name of what is called, whole. */
    NAME,
    /** What is said beside the content, as the title of a source. */
    NOTE,
    /** A JSON document. */
    ARGUMENTS,
    /** What a tool is called with that takes any text. */
    INPUT
  }
}
