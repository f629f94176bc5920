package dev.terroir.privacy.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Hugging Face's tokenizer. Its native part comes out of the jar and is put into {@code
 * DJL_CACHE_DIR}, by default {@code ~/.djl.ai}, which must be writable. Nothing is fetched, and the
 * library's habit of reporting its use to its makers is switched off before it is loaded.
 */
final class Tokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;
  private final long[] before;
  private final long[] behind;

  private Tokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    Encoding around = tokenizer.encode("a", true, false);
    long[] special = around.getSpecialTokenMask();
    int first = 0;
    while (first < special.length && special[first] == 1) {
      first++;
    }
    int last = special.length;
    while (last > first && special[last - 1] == 1) {
      last--;
    }
    before = Arrays.copyOf(around.getIds(), first);
    behind = Arrays.copyOfRange(around.getIds(), last, special.length);
  }

  static Tokenizer read(Path file) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      return new Tokenizer(
          HuggingFaceTokenizer.newInstance(
              file, Map.of("truncation", "false", "padding", "false")));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "`" + file + "` is no tokenizer that can be loaded: export it as a fast tokenizer", e);
    }
  }

  Tokens tokens(String text) {
    return Tokens.of(tokenizer.encode(wellFormed(text), false, false), text);
  }

  /** How many tokens go around each window. */
  int around() {
    return before.length + behind.length;
  }

  int before() {
    return before.length;
  }

  /** The tokens from {@code from} to {@code to}, with what the model wants around them. */
  long[] window(Tokens tokens, int from, int to) {
    long[] window = new long[before.length + to - from + behind.length];
    System.arraycopy(before, 0, window, 0, before.length);
    tokens.copy(from, to, window, before.length);
    System.arraycopy(behind, 0, window, before.length + to - from, behind.length);
    return window;
  }

  /** Half a surrogate pair cannot be handed over; one unit stands for another. */
  private static String wellFormed(String text) {
    StringBuilder copy = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      int point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        copy.setCharAt(at, '\ufffd');
      }
      at += Character.charCount(point) - 1;
    }
    return copy.toString();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
