package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProseTest {

  private static String prose(String text) {
    return Prose.of(text.replace("\\n", "\n")).toString().replaceAll("\\s+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "before ```java\\nint a;\\n``` after | before after",
        "before ```int a; | before",
        "before\\n~~~\\nint a;\\n~~~ after | before after",
        "call `run()` twice | call twice",
        "a ` alone | a alone",
        "see https://example.com/a/b?c=d#e now | see now",
        "请看https://example.com/abc这个 | 请看 这个",
        "see www.example.com now | see now",
        "why {\"a\": {\"b\": [1, \"}\"]}} so | why so",
        "why [{\"a\": 1}] so | why so",
        "broken {\"a\": 1\\nand on | broken and on",
        "a set {of words} stays | a set {of words} stays",
        "note [1] stays | note [1] stays",
        "Zeit: 10:30 | Zeit: 10:30"
      })
  void keepsWhatSomebodyWrote(String text, String kept) {
    assertThat(prose(text)).isEqualTo(kept);
  }

  @Test
  void keepsNoMoreThanItMust() {
    assertThat(Prose.of("a".repeat(100_000))).hasSize(Prose.MOST_KEPT);
    assertThat(Prose.of("a ".repeat(50_000) + "`b`")).hasSize(Prose.MOST_KEPT);
  }

  @Test
  void findsProseBehindCode() {
    String text = "```\n" + "x = 1\n".repeat(300) + "```\nWarum geht das nicht?";
    assertThat(prose(text)).isEqualTo("Warum geht das nicht?");
  }

  @Test
  void readsNoFurtherThanItsBound() {
    String text = "`" + "x".repeat(Prose.MOST_READ) + "` Warum?";
    assertThat(prose(text)).doesNotContain("Warum");
  }

  /** The worst that one can think of takes a few looks at each character, and no more. */
  @ParameterizedTest
  @ValueSource(
      strings = {"`", "```", "~~~", "{", "{\"", "[[", "://", "a://", "www.", "{\"\\", "\n`"})
  void looksAtNoCharacterOften(String piece) {
    Counted text = new Counted(piece.repeat(100_000 / piece.length()));
    Prose.of(text);
    assertThat(text.looks).isLessThan(12 * Prose.MOST_READ);
  }

  /** Counts how often one of its characters is looked at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private int looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void neverFails() {
    Random random = new Random(11);
    String alphabet = "a `~{[\"]}:/w.\n\\é漢";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Prose.of(text).length()).isLessThanOrEqualTo(text.length());
    }
  }
}
