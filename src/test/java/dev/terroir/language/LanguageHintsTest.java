package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageHintsTest {

  private static final Language SHORT = new Language("", "LATIN", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "de | de",
        "de-AT,de;q=0.9,en;q=0.8 | de",
        "deu | de",
        "no | nb",
        "*, fr | fr",
        "de;q=0, fr;q=0.5 | fr",
        "de;q=0.000, fr | fr",
        "de;q=nonsense, fr | fr",
        "de ; q=0.5 | de",
        "xx, fr | fr",
        "1234567, <script>, fr | fr",
        ",,;,=;q | -",
        "*;q=1 | -"
      })
  void takesTheFirstLanguageThatIsWanted(String header, String tag) {
    assertThat(AcceptLanguage.first(header)).isEqualTo(Optional.ofNullable(tag));
  }

  @Test
  void readsOnlyTheBeginningOfAHeader() {
    assertThat(AcceptLanguage.first("*,".repeat(10_000) + "de")).isEmpty();
  }

  @Test
  void prefersTheCallersHeaderToTheTenantsHabit() {
    assertThat(new LanguageHints("fr", Optional.of("de")).settle(SHORT).tag()).isEqualTo("fr");
    assertThat(new LanguageHints("", Optional.of("de")).settle(SHORT).tag()).isEqualTo("de");
    assertThat(LanguageHints.NONE.settle(SHORT)).isEqualTo(SHORT);
  }

  @Test
  void aHintFitsTheScriptOfTheText() {
    LanguageHints hints = new LanguageHints("de", Optional.of("ja"));
    assertThat(hints.settle(new Language("", "HAN", 0)).tag()).isEqualTo("ja");
    assertThat(hints.settle(new Language("", "CYRILLIC", 0)).isDetermined()).isFalse();
    assertThat(hints.settle(Language.UNDETERMINED).tag()).isEqualTo("de");
  }
}
