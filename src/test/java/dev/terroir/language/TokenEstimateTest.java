package dev.terroir.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenEstimateTest {

  /** Within a half of what o200k_base counts for these texts' scripts on average. */
  @ParameterizedTest
  @CsvSource({
    "'The quick brown fox jumps over the lazy dog.',10",
    "'Съешь ещё этих мягких французских булок',11",
    "'मेरी धान की फसल में पत्तियाँ पीली हो रही हैं',14",
    "'我的稻田叶子发黄了怎么办',9",
    "'벼 잎이 노랗게 변하고 있어요',8",
    "'',0"
  })
  void goesByTheScript(String text, long about) {
    assertThat(TokenEstimate.of(text)).isBetween(about / 2, about + about / 2);
  }
}
