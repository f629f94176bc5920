package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What letters and words alone tell, before any statistics: the model is never loaded here. */
final class LettersTest {

  private static final LanguageDetector WITHOUT_MODEL = new LanguageDetector(task -> {});

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uk | Їжак",
        "be | Ўчора",
        "sr | Ђорђе",
        "mk | Ѓорѓи и Ќеримовски",
        "kk | Ұлттық",
        "tg | Ҷумҳурӣ",
        "ur | ٹماٹر",
        "ckb | ڕێگا",
        "ug | ئۇيغۇر",
        "ps | ښوونځی",
        "sd | ڪتاب",
        "ru | почему это так",
        "mr | पाऊस आहे",
        "ne | पानी छ",
        "hi | पानी है",
        "as | অসমীয়া ৰাজ্য",
        "bn | বাংলা রাজ্য",
        "yi | װאָס מאַכט איר",
        "ja | 検討中",
        "ja | これは漢字です",
        "zh | 你好",
        "hi | kya hal hai"
      })
  void areEnough(String tag, String text) {
    assertThat(WITHOUT_MODEL.detect(text).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"HAN_SIMPLIFIED | 请问电费怎么交", "HAN_TRADITIONAL | 請問電費怎麼繳", "HAN | 東京"})
  void tellTheCharactersOfChineseApart(String script, String text) {
    assertThat(WITHOUT_MODEL.detect(text).script()).isEqualTo(script);
  }

  @ParameterizedTest
  @CsvSource({"東京", "Привет", "hello there", "مدير", "12345 :-)", "'{\"a\": 1}'"})
  void leaveWhatIsTooLittleUndetermined(String text) {
    assertThat(WITHOUT_MODEL.detect(text).isDetermined()).isFalse();
  }

  @Test
  void giveWayToStatisticsWhereTheyAreOfSeveralLanguages() {
    assertThat(WITHOUT_MODEL.detect("Київ и Минск, подъезд, ещё ўчора").isDetermined()).isFalse();
  }
}
