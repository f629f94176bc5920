package dev.terroir.privacy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text that is made to take long takes no longer for each character when there is more of it, and
 * not many times as long as prose: what a scan does is bounded for each character.
 */
final class HostileTextTest {

  private static final Scanner SCANNER = Scanner.standard();
  private static final int LENGTH = 40_000;

  /** Twice is linear; what is left is noise of a machine that does other things as well. */
  private static final double MOST = 2 * 2.5;

  /** How many times as long as ordinary prose a character may take; some 15 to 30 are needed. */
  private static final double MOST_OF_PROSE = 60;

  private static final String PROSE =
      "Please write a short letter to my neighbour about the fence between our gardens. ";

  static List<String> hostile() {
    return List.of(
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
        "-----BEGIN PRIVATE KEY-----\u200B",
        "-----BEGIN PRIVATE KEY----------END\u200B",
        "password:a1\u200B",
        "eyJaaaaaaaaaaaaaa.eyJaaaaaaaaaaaaaaaaaaaa.\u200B",
        "\u200B4/ tel\"+49 8695742719");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void takesTimeInProportionToItsLength(String unit) {
    String once = unit.repeat(LENGTH / unit.length());

    assertThat(leastRatio(once + once, once, MOST))
        .as("twice as long takes so many times as long")
        .isLessThan(MOST);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void takesABoundedMultipleOfProse(String unit) {
    String text = unit.repeat(LENGTH / unit.length());
    String prose = PROSE.repeat(1 + text.length() / PROSE.length()).substring(0, text.length());

    assertThat(leastRatio(text, prose, MOST_OF_PROSE))
        .as("so many times as long as prose")
        .isLessThan(MOST_OF_PROSE);
  }

  /** The place where something was left out is far ahead of every number. */
  @Test
  void oneHiddenCharacterAtTheEndCostsLittle() {
    String text = "1 2 3 ".repeat(10 * LENGTH / 6);

    assertThat(leastRatio(text + "\u200B", text, MOST))
        .as("with it so many times as long as without")
        .isLessThan(MOST);
  }

  /** The least of some attempts, as soon as one is below {@code enough}: noise only adds. */
  private static double leastRatio(String text, String other, double enough) {
    double least = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 20 && least >= enough; attempt++) {
      least = Math.min(least, (double) time(text) / time(other));
    }
    return least;
  }

  private static long time(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      SCANNER.scan(text, List.of("DE", "US", "IN", "CN"));
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
