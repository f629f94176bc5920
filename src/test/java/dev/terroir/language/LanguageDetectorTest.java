package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector(Runnable::run);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Welche Wechselwirkungen hat Ramipril mit Ibuprofen bei älteren Patienten?",
        "en | How much water does winter wheat need in a dry spring?",
        "fr | Quels sont les effets de la sécheresse sur la récolte de cette année ?",
        "es | ¿Cuánta agua necesita el trigo de invierno en una primavera seca?",
        "pt | Quanta água precisa o trigo de inverno numa primavera seca e quente?",
        "hi | मेरी धान की फसल में पत्तियाँ पीली हो रही हैं, क्या करूँ?",
        "ta | என் நெல் பயிரின் இலைகள் மஞ்சளாகின்றன",
        "ja | 冬小麦は乾燥した春にどれくらいの水が必要ですか",
        "ko | 겨울 밀은 건조한 봄에 물이 얼마나 필요합니까",
        "zh | 冬小麦在干燥的春天需要多少水才能保证产量",
        "ru | Сколько воды нужно озимой пшенице сухой весной?",
        "ar | كم من الماء يحتاج القمح الشتوي في ربيع جاف؟",
        "el | Πόσο νερό χρειάζεται το χειμερινό σιτάρι;",
        "sw | Ngano ya majira ya baridi inahitaji maji kiasi gani wakati wa ukame?"
      })
  void tellsTheLanguage(String tag, String text) {
    assertThat(DETECTOR.detect(text).tag()).isEqualTo(tag);
  }

  @Test
  void isUndeterminedOnTooLittle() {
    assertThat(DETECTOR.detect("").isDetermined()).isFalse();
    assertThat(DETECTOR.detect("12345 :-)").isDetermined()).isFalse();
    assertThat(DETECTOR.detect("Hello there").isDetermined()).isFalse();
  }

  @Test
  void looksAtTheBeginningOfALongText() {
    String text = "Welche Wechselwirkungen hat dieses Mittel? ".repeat(100_000);
    assertThat(DETECTOR.detect(text).tag()).isEqualTo("de");
  }

  @Test
  void foreignWordsInLatinLettersDoNotHideTheScript() {
    assertThat(DETECTOR.detect("इस Python code में bug कहाँ है? def add(a, b)").script())
        .isEqualTo("DEVANAGARI");
  }
}
