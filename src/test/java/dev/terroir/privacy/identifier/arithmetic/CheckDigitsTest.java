package dev.terroir.privacy.identifier.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published examples of the algorithms. */
final class CheckDigitsTest {

  @Test
  void luhn() {
    assertThat(Luhn.holds(Compact.of("79927398713"), 0)).isTrue();
    assertThat(Luhn.holds(Compact.of("79927398710"), 0)).isFalse();
    assertThat(Luhn.holds(Compact.of("9979927398713"), 2)).isTrue();
  }

  @Test
  void verhoeff() {
    assertThat(Verhoeff.holds(Compact.of("2363"))).isTrue();
    assertThat(Verhoeff.holds(Compact.of("123451"))).isTrue();
    assertThat(Verhoeff.holds(Compact.of("123541"))).isFalse();
  }

  @Test
  void iso7064() {
    assertThat(Iso7064.mod1110(Compact.of("07945"))).isTrue();
    assertThat(Iso7064.mod1110(Compact.of("07946"))).isFalse();
    assertThat(Iso7064.mod112(Compact.of("07940"))).isTrue();
    assertThat(Iso7064.mod112(Compact.of("079X"))).isTrue();
    assertThat(Iso7064.mod9710(Compact.of("GB82WEST12345698765432"))).isTrue();
    assertThat(Iso7064.mod9710(Compact.of("GB82WEST12345698765423"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 2, 29, true",
    "1900, 2, 29, false",
    "2024, 2, 29, true",
    "2023, 2, 29, false",
    "2023, 4, 31, false",
    "2023, 12, 31, true",
    "2023, 13, 1, false",
    "2023, 0, 1, false",
    "2023, 1, 0, false"
  })
  void days(int year, int month, int day, boolean exists) {
    assertThat(CalendarDate.exists(year, month, day)).isEqualTo(exists);
  }

  @Test
  void shapes() {
    assertThat(Shape.fits(Compact.of("1AB7"), "#@*7")).isTrue();
    assertThat(Shape.fits(Compact.of("1AB8"), "#@*7")).isFalse();
    assertThat(Shape.fits(new Compact("1aB7".getBytes(StandardCharsets.US_ASCII), 4), "#@*7"))
        .isFalse();
    assertThat(Shape.fits(Compact.of("1AB77"), "#@*7")).isFalse();
    assertThat(Compact.of("112").isNumber(3)).isTrue();
    assertThat(Compact.of("111").isNumber(3)).isFalse();
    assertThat(Compact.of("1١2").isNumber(3)).isFalse();
  }
}
