package dev.terroir.privacy.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import org.jspecify.annotations.Nullable;

/** The tokens of a text, without those that a model wants around it. */
final class Tokens {

  private final long[] ids;
  private final long[] words;
  private final int[] starts;
  private final int[] ends;

  private Tokens(Encoding encoding, int[] starts, int[] ends) {
    this.ids = encoding.getIds();
    this.words = encoding.getWordIds();
    this.starts = starts;
    this.ends = ends;
  }

  static Tokens of(Encoding encoding, String text) {
    @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
    int[] units = units(text);
    int[] starts = new int[spans.length];
    int[] ends = new int[spans.length];
    for (int i = 0; i < spans.length; i++) {
      CharSpan span = spans[i];
      starts[i] = span == null ? 0 : units[span.getStart()];
      ends[i] = span == null ? 0 : units[span.getEnd()];
    }
    return new Tokens(encoding, starts, ends);
  }

  int size() {
    return ids.length;
  }

  /** The ids from {@code from} to {@code to} into {@code window}, at {@code at}. */
  void copy(int from, int to, long[] window, int at) {
    System.arraycopy(ids, from, window, at, to - from);
  }

  /** Whether a word begins with the token at {@code at}. */
  boolean startsWord(int at) {
    return at == 0 || words[at] != words[at - 1];
  }

  /** Where the token at {@code at} starts, in UTF-16 units. */
  int start(int at) {
    return starts[at];
  }

  int end(int at) {
    return ends[at];
  }

  /** For each character as the tokenizer counts them, which is by code points, its unit. */
  private static int[] units(String text) {
    int[] units = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = at;
      at += at < text.length() && Character.charCount(text.codePointAt(at)) == 2 ? 2 : 1;
    }
    return units;
  }
}
