package dev.terroir.protection;

import dev.terroir.chat.TextStream;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import dev.terroir.privacy.pseudonym.Restorer.Channel;
import dev.terroir.protection.HeldText.Cut;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Takes out of an answer what is personal data by its pattern and did not stand in the request. The
 * text is passed on sentence by sentence, since a number shows only when it has ended, and a word
 * beside it may come after it. What has no sentences is passed on as well when much of it has come,
 * up to some way before its end, so that no number is parted. What is held is bounded, and what is
 * done for each character. Used from one event loop, for one text.
 */
final class AnswerScan implements TextStream {

  /** Shorter sentences are passed on with the next: each is looked at with what is before it. */
  private static final int SHORTEST_SENTENCE = 32;

  /** When so much is held, something is passed on, wherever sentences end. */
  static final int MOST_HELD = 512;

  /** What is held back then: longer than numbers are, with a word beside them. */
  private static final int TAIL = 128;

  /** How far a better place to part the text is looked for. */
  private static final int LONGEST_WORD = 64;

  /** What has been passed on and may still be the context of what comes. */
  private static final int CONTEXT = 64;

  private final Function<String, List<Finding>> findings;
  private final BiPredicate<String, String> known;
  private final TextStream text;
  private final HeldText held;
  private final Pseudonyms labels = new Pseudonyms();
  private SentenceEnds ends = new SentenceEnds();
  private LongSecret secret = LongSecret.NONE;
  private int looked;
  private boolean whole;
  private String context = "";

  /**
   * @param findings what stands in a text
   * @param known what the caller knows anyway, by its kind and its value
   * @param text what is left goes on to
   */
  AnswerScan(
      Function<String, List<Finding>> findings,
      BiPredicate<String, String> known,
      Channel spelling,
      TextStream text) {
    this.findings = findings;
    this.known = known;
    this.held = new HeldText(spelling);
    this.text = text;
  }

  @Override
  public String accept(String piece) {
    held.accept(piece);
    dropSecret();
    while (looked < held.length()) {
      ends.read(held.charAt(looked++));
    }
    String passed = passable();
    return passed.isEmpty() ? "" : text.accept(passed);
  }

  @Override
  public String finish() {
    String last = take(held.length(), seen(held.length())) + held.rest();
    return (last.isEmpty() ? "" : text.accept(last)) + text.finish();
  }

  /** How many characters are held. */
  int held() {
    return held.length();
  }

  private String passable() {
    if (held.isWholeDocument() && !whole) {
      whole = true;
      return take(held.length(), seen(held.length()));
    }
    int end = ends.last();
    String sentences = end < SHORTEST_SENTENCE ? "" : take(end, seen(end));
    return held.length() < MOST_HELD ? sentences : sentences + takeMost();
  }

  /**
   * A text with what is before it.
   *
   * @param start of the text in it
   */
  private record Seen(String text, int start, List<Finding> findings) {

    /** Whether {@code finding} ends where the text does, and may go on. */
    boolean isOpen(Finding finding) {
      return finding.end() == text.length();
    }

    String value(Finding finding) {
      return text.substring(finding.start(), finding.end());
    }
  }

  private Seen seen(int end) {
    String all = context + held.read(end);
    return new Seen(all, context.length(), findings.apply(all));
  }

  /** All but the last of what is held, and not in the middle of what was found. */
  private String takeMost() {
    Seen seen = seen(held.length());
    int end = betweenWords(held.length() - TAIL);
    for (Finding finding : seen.findings()) {
      int start = finding.start() - seen.start();
      int stop = finding.end() - seen.start();
      if (start < end && end < stop) {
        boolean waits = seen.isOpen(finding) && start > 0;
        end = waits ? start : stop;
      }
    }
    return take(end, seen);
  }

  /** The last place up to {@code end} that is in no word, if there is one. */
  private int betweenWords(int end) {
    int first = Math.max(1, end - LONGEST_WORD);
    for (int at = end; at > first; at--) {
      if (!isInWord(at)) {
        return at;
      }
    }
    return Character.isHighSurrogate(held.charAt(end - 1)) ? end - 1 : end;
  }

  private boolean isInWord(int at) {
    return isOfWord(held.charAt(at - 1)) && isOfWord(held.charAt(at));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private String take(int end, Seen seen) {
    List<Finding> unknown =
        seen.findings().stream()
            .filter(it -> it.end() > seen.start() && it.start() < seen.start() + end)
            .filter(it -> !known.test(it.kind(), seen.value(it)))
            .toList();
    String taken = held.take(end, unknown.stream().map(it -> cut(it, seen.start())).toList());
    ends.forget(end);
    looked -= end;
    context = contextOf(seen.text().substring(0, seen.start() + end));
    if (!unknown.isEmpty() && seen.isOpen(unknown.getLast())) {
      goesOn(seen.value(unknown.getLast()));
    }
    return taken;
  }

  private Cut cut(Finding finding, int start) {
    String label = "<" + labels.of(finding.kind(), "").label() + ">";
    return new Cut(finding.start() - start, finding.end() - start, label);
  }

  /** What has been passed on is the context of nothing once the rest of a secret is left out. */
  private void goesOn(String value) {
    secret = LongSecret.of(value, TAIL);
    context = secret == LongSecret.NONE ? context : "";
    dropSecret();
  }

  private void dropSecret() {
    if (secret != LongSecret.NONE) {
      secret = secret.dropFrom(held);
      ends = new SentenceEnds();
      looked = 0;
    }
  }

  /** Begins where a word does: what is left of one may be another. */
  private static String contextOf(String passed) {
    int start = Math.max(0, passed.length() - CONTEXT);
    int at = start;
    while (at > 0
        && at < passed.length()
        && isOfWord(passed.charAt(at - 1))
        && isOfWord(passed.charAt(at))) {
      at++;
    }
    return passed.substring(at == passed.length() ? start : at);
  }
}
