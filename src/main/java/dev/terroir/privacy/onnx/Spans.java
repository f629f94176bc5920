package dev.terroir.privacy.onnx;

import dev.terroir.privacy.Finding;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.onnx.Label.Meaning;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the labels of tokens to findings: a word has the label of its first token, and words that
 * belong together by their labels are one finding.
 *
 * <p>A place, such as {@code LOC}, counts as an address only where a number stands in it or right
 * next to it, as that of a house or a postcode does; Berlin alone does not. Streets and postcodes,
 * where a model has labels for them, always count. Parts of an address that a space parts are one.
 */
final class Spans {

  private static final int LONGEST_NUMBER = 8;

  private final String text;
  private final List<Finding> findings = new ArrayList<>();
  private Meaning meaning = Meaning.OTHER;
  private int start;
  private int end;

  private Spans(String text) {
    this.text = text;
  }

  /**
   * @param labels the label of each of {@code tokens}
   */
  static List<Finding> read(String text, Tokens tokens, Label[] labels) {
    Spans spans = new Spans(text);
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.startsWord(at)) {
        spans.word(labels[at], tokens.start(at));
      }
      spans.end = spans.meaning == Meaning.OTHER ? spans.end : tokens.end(at);
    }
    spans.close();
    return List.copyOf(spans.findings);
  }

  private void word(Label label, int at) {
    boolean near = at - end <= 2 && text.substring(end, Math.max(end, at)).indexOf('\n') < 0;
    boolean goesOn =
        label.meaning() == meaning && near && (!label.opens() || meaning != Meaning.PERSON);
    if (!goesOn) {
      close();
      meaning = label.meaning();
      start = at;
    }
  }

  private void close() {
    switch (meaning) {
      case PERSON -> add(NameFinder.PERSON, start, end);
      case ADDRESS -> add(NameFinder.ADDRESS, start, end);
      case PLACE -> place();
      case OTHER -> {}
    }
    meaning = Meaning.OTHER;
  }

  private void place() {
    int from = numberBefore();
    int to = numberBehind();
    boolean numbered = text.substring(from, to).chars().anyMatch(Character::isDigit);
    if (numbered) {
      add(NameFinder.ADDRESS, from, to);
    }
  }

  private void add(String kind, int from, int to) {
    int floor = findings.isEmpty() ? 0 : findings.getLast().end();
    if (to > Math.max(from, floor)) {
      findings.add(new Finding(kind, Math.max(from, floor), to));
    }
  }

  private int numberBefore() {
    int last = start;
    while (last > Math.max(0, start - 2) && isSeparator(last - 1)) {
      last--;
    }
    int first = last;
    while (first > Math.max(0, last - LONGEST_NUMBER) && isNumber(first - 1)) {
      first--;
    }
    boolean number = first < last && Character.isDigit(text.charAt(first));
    return number ? first : start;
  }

  private int numberBehind() {
    int first = end;
    while (first < end + 2 && isSeparator(first)) {
      first++;
    }
    int last = first;
    while (last < first + LONGEST_NUMBER && isNumber(last)) {
      last++;
    }
    boolean number = first < last && Character.isDigit(text.charAt(first));
    return number ? last : end;
  }

  private boolean isSeparator(int at) {
    return at < text.length() && " ,".indexOf(text.charAt(at)) >= 0;
  }

  private boolean isNumber(int at) {
    return at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-');
  }
}
