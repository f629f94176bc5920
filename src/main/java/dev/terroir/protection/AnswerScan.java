package dev.terroir.protection;

import dev.terroir.chat.TextStream;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import dev.terroir.privacy.scan.Scanner;
import java.util.List;

/**
 * Takes out of an answer what is personal data by its pattern and did not stand in the request. The
 * text is passed on sentence by sentence, since a number shows only when it has ended, and a word
 * beside it may come after it. Used from one event loop, for one text.
 */
final class AnswerScan implements TextStream {

  /** A sentence that is longer is passed on at its last space. */
  private static final int LONGEST_SENTENCE = 400;

  /** What has been passed on and may still be the context of what comes. */
  private static final int CONTEXT = 64;

  private static final String ENDS = "\n.!?\u3002\uFF01\uFF1F\u0964\u061F";

  private final Scanner scanner;
  private final List<String> asked;
  private final TextStream text;
  private final Pseudonyms labels = new Pseudonyms();
  private final StringBuilder pending = new StringBuilder();
  private String context = "";

  /**
   * @param asked the texts of the request, which the caller knows anyway
   * @param text what is left goes on to
   */
  AnswerScan(Scanner scanner, List<String> asked, TextStream text) {
    this.scanner = scanner;
    this.asked = asked;
    this.text = text;
  }

  @Override
  public String accept(String piece) {
    pending.append(piece);
    int end = passable();
    return end == 0 ? "" : text.accept(passed(end));
  }

  @Override
  public String finish() {
    String last = pending.isEmpty() ? "" : text.accept(passed(pending.length()));
    return last + text.finish();
  }

  /** Behind the last sentence that has ended: a full stop inside a number ends none. */
  private int passable() {
    for (int i = pending.length() - 2; i >= 0; i--) {
      boolean ends = ENDS.indexOf(pending.charAt(i)) >= 0;
      if (ends && (pending.charAt(i) == '\n' || Character.isWhitespace(pending.charAt(i + 1)))) {
        return i + 1;
      }
    }
    return pending.length() < LONGEST_SENTENCE ? 0 : Math.max(0, pending.lastIndexOf(" "));
  }

  private String passed(int end) {
    String sentence = pending.substring(0, end);
    pending.delete(0, end);
    String seen = context + sentence;
    StringBuilder kept = new StringBuilder(sentence.length());
    int at = context.length();
    for (Finding finding : scanner.scan(seen, List.of()).findings()) {
      if (finding.end() > at && !isKnown(seen.substring(finding.start(), finding.end()))) {
        kept.append(seen, at, Math.max(at, finding.start()));
        kept.append('<').append(labels.of(finding.kind(), "").label()).append('>');
        at = finding.end();
      }
    }
    kept.append(seen, at, seen.length());
    context = seen.substring(Math.max(0, seen.length() - CONTEXT));
    return kept.toString();
  }

  private boolean isKnown(String value) {
    return asked.stream().anyMatch(it -> it.contains(value));
  }
}
