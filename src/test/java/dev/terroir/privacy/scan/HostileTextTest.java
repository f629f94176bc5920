package dev.terroir.privacy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text that is made to take long takes no longer for each character when there is more of it: what
 * a scan does is bounded for each character.
 */
final class HostileTextTest {

  private static final Scanner SCANNER = Scanner.standard();
  private static final int LENGTH = 40_000;

  /** Twice is linear; what is left is noise of a machine that does other things as well. */
  private static final double MOST = 2 * 2.5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 2 3 ",
        "4 ",
        "12 34 56 ",
        "1.",
        "1:",
        "1-",
        "@",
        "a@",
        "a.",
        "a.a@",
        "-",
        "+1",
        "00 ",
        "+49 30 1234567 ",
        "030 1234567 ",
        "123456789 ",
        "TFN 123456789 ",
        "eyJaaaaaaaaaaaa-",
        "eyJaaaaaaaaaaaa.",
        "sk-",
        "sk-aaaaaaaaaaaaaaaaaaaaaaaa",
        "password:",
        "password=a",
        "//a:b",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "DE12 3456 7890 1234 ",
        "86095742719 ",
        "a",
        "a1 ",
        "AB",
        "(((((",
        "((0",
        "1\u200B",
        "\uD835\uDFCE",
        "e\u0301",
        "<",
        "tel tel 1234567 ",
        "4111 1111 1111 1111 ",
        "234 01245 002345 012345 0234 145 0012345 0234  0145 00",
        "-@+tel 86095427198",
        "235 245 31 23 245 235 245 23\u200B5 245 212335 ",
        "eyJ-\u200B",
        "eyJa1111111E1\u200B",
        "sk-+4111111111111111+49\u200B1234DE",
        "-----BEGIN PRIVATE KEY-----\u200B"
      })
  void takesTimeInProportionToItsLength(String unit) {
    String once = unit.repeat(LENGTH / unit.length());
    String twice = once + once;
    double best = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 20 && best > MOST; attempt++) {
      best = Math.min(best, (double) time(twice) / time(once));
    }
    assertThat(best).as("twice as long takes so many times as long").isLessThan(MOST);
  }

  private static long time(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      SCANNER.scan(text, List.of("DE", "US", "IN"));
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
