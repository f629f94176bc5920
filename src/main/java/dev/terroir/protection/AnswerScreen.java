package dev.terroir.protection;

import dev.terroir.chat.TextStream;
import dev.terroir.privacy.pseudonym.Restorer;

/** What becomes of the texts of one request's answers before anything is put back in them. */
@FunctionalInterface
public interface AnswerScreen {

  /** Nothing. */
  AnswerScreen NONE = (spelling, text) -> text;

  /**
   * A text of an answer.
   *
   * @param spelling how it is written
   * @param text what is left goes on to
   */
  TextStream before(Restorer.Channel spelling, TextStream text);
}
