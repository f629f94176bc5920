package dev.terroir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EscapedTextTest {

  private static List<Finding> words(String text) {
    List<Finding> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("an+a@x").matcher(text);
    while (matcher.find()) {
      found.add(new Finding("mail", matcher.start(), matcher.end()));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say anna@x | anna@x",
        "say anna\\u0040x | anna\\u0040x",
        "say anna%40x | anna%40x",
        "say \\u0061nna@x! | \\u0061nna@x",
        "\\nanna@x\\n | anna@x",
        "\\tann\\u0061\\u0040x | ann\\u0061\\u0040x",
        "anna\\u004 anna%4 anna\\ 100% | ''",
        "anna@x and anna%40x | anna@x, anna%40x",
      })
  void findsWhatIsWrittenWithEscapes(String text, String expected) {
    List<String> found =
        EscapedText.find(text, EscapedTextTest::words).stream()
            .map(it -> text.substring(it.start(), it.end()))
            .toList();

    assertThat(String.join(", ", found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\", "%", "\\u", "%4", "\\u00", "a\\", "%%%", "\\\\\\", "\\ud83d\\ude00"})
  void takesAnyText(String text) {
    List<Finding> all = EscapedText.find(text, it -> List.of(new Finding("all", 0, it.length())));

    assertThat(all.getFirst()).isEqualTo(new Finding("all", 0, text.length()));
  }
}
