package dev.terroir.privacy.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.privacy.pseudonym.Restorer.Channel;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RestorerTest {

  private static final String MAIL = "anna@example.org";
  private static final String NAME = "Anna \"Anni\" Müller";

  private static Pseudonyms known() {
    Pseudonyms pseudonyms = new Pseudonyms();
    pseudonyms.of("email", MAIL);
    pseudonyms.of("person", NAME);
    pseudonyms.of("DE.steuer-id", "86 095 742 719");
    return pseudonyms;
  }

  private static String restore(Channel channel, String... pieces) {
    Restorer restorer = new Restorer(known(), channel);
    StringBuilder restored = new StringBuilder();
    for (String piece : pieces) {
      restored.append(restorer.accept(piece));
    }
    return restored.append(restorer.finish()).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "write to <EMAIL_1> now | write to anna@example.org now",
        "<EMAIL_1><PERSON_1> | anna@example.orgAnna \"Anni\" Müller",
        "**<email_1>** | **anna@example.org**",
        "&lt;EMAIL_1&gt; | anna@example.org",
        "<EMAIL\\_1> | anna@example.org",
        "your id: <DE_STEUER_ID_1>. | your id: 86 095 742 719.",
        "<EMAIL_2> and <NOBODY_1> | <EMAIL_2> and <NOBODY_1>",
        "a < b && c > d <p> <EMAIL> <EMAIL_> <EMAIL_01> | a < b && c > d <p> <EMAIL> <EMAIL_>"
            + " <EMAIL_01>",
        "<<EMAIL_1> | <anna@example.org",
        "&amp; &lt;b&gt; \\n <EM | &amp; &lt;b&gt; \\n <EM"
      })
  void putsValuesBack(String answer, String expected) {
    assertThat(restore(Channel.PLAIN, answer)).isEqualTo(expected);
  }

  @Test
  void escapesWhatItPutsIntoJson() {
    assertThat(restore(Channel.JSON, "{\"to\":\"<PERSON_1>\",\"x\":\"\\u003cEMAIL_1\\u003e\"}"))
        .isEqualTo("{\"to\":\"Anna \\\"Anni\\\" Müller\",\"x\":\"anna@example.org\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain prose", "", "1 > 0", "日本語", "🙂"})
  void passesWhatHoldsNoPlaceholderAtOnce(String piece) {
    assertThat(new Restorer(known(), Channel.PLAIN).accept(piece)).isEqualTo(piece);
  }

  @Test
  void holdsBackNoMoreThanAPlaceholderCanBe() {
    // given
    Restorer restorer = new Restorer(known(), Channel.PLAIN);
    String endless = "<" + "A".repeat(5000);

    // when
    int passed = 0;
    for (int i = 0; i < endless.length(); i++) {
      passed += restorer.accept(endless.substring(i, i + 1)).length();
    }

    // then
    assertThat(endless.length() - passed).isLessThan(PlaceholderReader.LONGEST);
  }

  /** Wherever a text is cut, the same is restored as from the whole. */
  @Test
  void doesNotDependOnHowAnAnswerIsCut() {
    String[] parts = {
      "<EMAIL_1>",
      "<person_1>",
      "&lt;EMAIL_1&gt;",
      "<DE_STEUER_ID_1>",
      "<EMAIL_9>",
      "<",
      "&",
      "&l",
      "\\",
      "_",
      "1>",
      ">",
      "x",
      " ",
      "<EMAIL",
      "\\u003cEMAIL_1\\u003e",
      "🙂",
      "<<"
    };
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String whole = text.toString();
      String cut = cut(whole, random);
      assertThat(cut).as("seed %d: `%s`", seed, whole).isEqualTo(restore(Channel.JSON, whole));
    }
  }

  private static String cut(String whole, Random random) {
    Restorer restorer = new Restorer(known(), Channel.JSON);
    StringBuilder restored = new StringBuilder();
    int at = 0;
    while (at < whole.length()) {
      int to = Math.min(whole.length(), at + 1 + random.nextInt(4));
      restored.append(restorer.accept(whole.substring(at, to)));
      at = to;
    }
    return restored.append(restorer.finish()).toString();
  }

  @Test
  void givesTheSameValueTheSameNumberInTheOrderOfAppearance() {
    Pseudonyms pseudonyms = new Pseudonyms();
    assertThat(pseudonyms.of("phone", "+49 30 1234567").toString()).isEqualTo("<PHONE_1>");
    assertThat(pseudonyms.of("phone", "+49 40 7654321").toString()).isEqualTo("<PHONE_2>");
    assertThat(pseudonyms.of("phone", "+49-30-1234567").toString()).isEqualTo("<PHONE_1>");
    assertThat(pseudonyms.counts()).containsEntry("phone", 2);
    assertThat(pseudonyms.toString()).doesNotContain("1234567");
  }
}
