package dev.terroir.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.chat.TextStream;
import dev.terroir.privacy.pseudonym.Restorer.Channel;
import dev.terroir.privacy.scan.ScannedTexts;
import dev.terroir.privacy.scan.Scanner;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in an answer is taken out wherever the answer is cut, and little is held. */
final class AnswerScanTest {

  private static final Scanner SCANNER = Scanner.standard();
  private static final List<String> REGIONS = List.of("DE", "CN");
  private static final String IBAN = "DE89 3704 0044 0532 0130 00";
  private static final int LENGTH = 20_000;

  /** What passes a scan, and how much is held at most. */
  private static final class Passing {
    private final TextStream scan;
    private final StringBuilder passed = new StringBuilder();
    private int came;
    private int mostHeld;

    Passing(Channel spelling, String... asked) {
      KnownValues known = new KnownValues(List.of(asked), new ScannedTexts(SCANNER, REGIONS));
      this.scan =
          new AnswerScan(
              it -> SCANNER.scan(it, REGIONS).findings(),
              known::contain,
              spelling,
              new TextStream() {
                @Override
                public String accept(String piece) {
                  return piece;
                }

                @Override
                public String finish() {
                  return "";
                }
              });
    }

    Passing in(int size, String text) {
      for (int i = 0; i < text.length(); i += size) {
        String piece = text.substring(i, Math.min(text.length(), i + size));
        came += piece.length();
        passed.append(scan.accept(piece));
        mostHeld = Math.max(mostHeld, came - passed.length());
      }
      return this;
    }

    String end() {
      return passed + scan.finish();
    }
  }

  private static String scanned(int size, String text) {
    return new Passing(Channel.PLAIN).in(size, text).end();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 5000})
  void takesOutANumberWhereverItStandsInALongText(int size) {
    for (int before = 300; before < 600; before += 7) {
      String prose = "wordy ".repeat(100).substring(0, before).strip();
      String text = prose + " " + IBAN + " and so on" + " more words".repeat(60);

      assertThat(scanned(size, text))
          .as("%d characters before it", before)
          .isEqualTo(text.replace(IBAN, "<ZZ_IBAN>"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zahlen Sie bitte auf das Konto DE89 3704.\n0044 0532 0130 00 ein, sobald Sie Zeit haben.",
        "Rufen Sie doch einfach einmal an unter 030. 901820 oder kommen Sie gleich vorbei.",
      })
  void endsNoSentenceInsideOfANumber(String text) {
    assertThat(scanned(1, text)).isEqualTo(scanned(5000, text));
  }

  @Test
  void passesSentencesThatEndWithoutASpace() {
    String sentence = "今天的天气非常好，我们一起去公园散步，然后在湖边吃午饭，你觉得怎么样。";
    Passing passing = new Passing(Channel.PLAIN).in(1, sentence.repeat(20));

    assertThat(passing.mostHeld).isLessThan(2 * sentence.length());
    assertThat(passing.end()).isEqualTo(sentence.repeat(20));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5000})
  void findsNumbersBetweenSentencesWithoutSpaces(int size) {
    String sentence = "今天的天气非常好，我们一起去公园散步，然后在湖边吃午饭，你觉得怎么样。";
    String text = sentence + "请打电话13800138000。" + sentence + "信箱anna@example.org。" + sentence;

    assertThat(scanned(size, text))
        .doesNotContain("13800138000", "example.org")
        .contains("<PHONE>", "EMAIL>")
        .startsWith(sentence)
        .endsWith(sentence);
  }

  @Test
  void aNumberOfTheRequestStaysHoweverItIsSpelt() {
    Passing passing =
        new Passing(Channel.PLAIN, "Is 86095742719 hers? And DE89370400440532013000?");

    String text = "Her Steuer-ID 86095742719, her account " + IBAN + ", her mail a@example.org.";

    assertThat(passing.in(4, text).end()).isEqualTo(text.replace("a@example.org", "<EMAIL>"));
  }

  /** Stars are no word, and so the same as any other word that is none. */
  @Test
  void aHiddenPasswordMakesNoOtherOneKnown() {
    Passing passing = new Passing(Channel.PLAIN, "Why does it say password: ******** there?");

    assertThat(passing.in(5, "Use password: !$%&!$%&!# or else.").end())
        .isEqualTo("Use password: <CREDENTIAL> or else.");
  }

  @Test
  void aPasswordIsKnownOnlyAsItIs() {
    String asked = "My password: Tr0ub4dor-3x does not work.";
    String other = "Try password: tr0Ub4dor3X now.";

    assertThat(new Passing(Channel.PLAIN, asked).in(5, asked).end()).isEqualTo(asked);
    assertThat(new Passing(Channel.PLAIN, asked).in(5, other).end())
        .isEqualTo("Try password: <CREDENTIAL> now.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11, 5000})
  void keepsAKeyOfManyLinesOut(int size) {
    String key = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n".repeat(24);
    String text =
        "This is the key that you have asked me for:\n-----BEGIN PRIVATE KEY-----\n"
            + key
            + "-----END PRIVATE KEY-----\nKeep it. ";

    assertThat(scanned(size, text))
        .isEqualTo("This is the key that you have asked me for:\n<CREDENTIAL>\nKeep it. ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11, 5000})
  void keepsALongTokenOut(int size) {
    String token = "eyJhbGciOiJIUzI1NiJ9." + "c29tZSBsb25nIGNsYWlt".repeat(80) + ".c2lnbmF0dXJl";

    assertThat(scanned(size, "Use " + token + " today.")).isEqualTo("Use <CREDENTIAL> today.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 5000})
  void keepsJsonReadable(int size) {
    JsonObject document =
        new JsonObject()
            .put("note", "line\n86095742719 is her \"Steuer-ID\" \\ anna@example.org")
            .put("account", IBAN)
            .put("phone", 4917612345678L)
            .put("steuer_id", 86095742719L)
            .put("long", "words ".repeat(200) + IBAN);
    String text = document.encode().replace("@", "\\u0040");

    JsonObject heard = new JsonObject(new Passing(Channel.JSON).in(size, text).end());

    assertThat(heard.getString("note"))
        .isEqualTo("line\n<DE_STEUER_ID> is her \"Steuer-ID\" \\ <EMAIL>");
    assertThat(heard.getString("account")).isEqualTo("<ZZ_IBAN>");
    assertThat(heard.getValue("steuer_id")).isEqualTo("<DE_STEUER_ID>");
    assertThat(heard.getString("long")).isEqualTo("words ".repeat(200) + "<ZZ_IBAN>");
  }

  @Test
  void passesADocumentWhenItIsWhole() {
    Passing passing = new Passing(Channel.JSON).in(1, "{\"a\":[{\"b\":\"}\"}],\"c\":1}");

    assertThat(passing.passed.toString()).isEqualTo("{\"a\":[{\"b\":\"}\"}],\"c\":1}");
  }

  /** What is known is looked up; what is not is not searched for again and again. */
  @Test
  void aLongRequestCostsAnAnswerLittle() {
    String asked = "A sentence about gardens and neighbours. ".repeat(50_000);
    StringBuilder answer = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      answer.append("Write to a").append(i).append("@example.org at once. ");
    }

    double least = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 20 && least >= 3; attempt++) {
      double beside = timed(answer.toString(), asked);
      least = Math.min(least, beside / timed(answer.toString(), "hi"));
    }

    assertThat(least).as("so many times as long as with a short request").isLessThan(3);
  }

  private static long timed(String answer, String asked) {
    Passing passing = new Passing(Channel.PLAIN, asked);
    long start = System.nanoTime();
    passing.in(3, answer).end();
    return System.nanoTime() - start;
  }

  static List<String> hostile() {
    return List.of(
        "1",
        "12 ",
        "1234 5678 9012 ",
        "4111 1111 1111 1111 ",
        "a",
        "ab ",
        "a\n",
        "\n",
        ". ",
        "天气",
        "天。",
        "。",
        "@",
        "a@",
        "a.b@c.de ",
        "eyJaaaaaaaaaaaa.",
        "sk-aaaaaaaaaaaaaaaaaaaaaaaa",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n",
        "\"",
        "\\",
        "\\u0031",
        "{}",
        "[1]",
        "+49 30 901820 ",
        "password=hunter2 ",
        "\uD83D\uDE00");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void holdsLittleOfWhatHasNoEnd(String unit) {
    String text = unit.repeat(LENGTH / unit.length());

    for (Channel spelling : Channel.values()) {
      Passing passing = new Passing(spelling);
      int most = 0;
      for (int i = 0; i < text.length(); i++) {
        passing.scan.accept(text.substring(i, i + 1));
        most = Math.max(most, ((AnswerScan) passing.scan).held());
      }
      assertThat(most).as(spelling.name()).isLessThanOrEqualTo(AnswerScan.MOST_HELD);
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void keepsPairsTogether(String unit) {
    String text = unit.repeat(LENGTH / unit.length());
    Passing passing = new Passing(Channel.PLAIN);
    for (int i = 0; i < text.length(); i += 2) {
      String passed = passing.scan.accept(text.substring(i, Math.min(text.length(), i + 2)));
      boolean isParted =
          !passed.isEmpty() && Character.isHighSurrogate(passed.charAt(passed.length() - 1));
      assertThat(isParted).isFalse();
    }
  }

  /** Twice as much takes twice as long, and nothing takes many times as long as prose. */
  @ParameterizedTest
  @MethodSource("hostile")
  void takesTimeInProportionToTheText(String unit) {
    String once = unit.repeat(LENGTH / unit.length());
    String prose =
        "Please write a short letter to my neighbour about the fence between our gardens. ";
    String plain = prose.repeat(LENGTH / prose.length());

    for (Channel spelling : Channel.values()) {
      assertThat(leastRatio(once + once, once, spelling, MOST))
          .as("twice as much, " + spelling)
          .isLessThan(MOST);
      assertThat(leastRatio(once, plain, spelling, MOST_OF_PROSE))
          .as("as prose, " + spelling)
          .isLessThan(MOST_OF_PROSE);
    }
  }

  /** Twice is linear; what is left is noise of a machine that does other things as well. */
  private static final double MOST = 2 * 2.5;

  /** How many times as long as prose a text may take; some 11 are needed. */
  private static final double MOST_OF_PROSE = 40;

  private static double leastRatio(String text, String other, Channel spelling, double enough) {
    double least = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 20 && least >= enough; attempt++) {
      least = Math.min(least, (double) time(text, spelling) / time(other, spelling));
    }
    return least;
  }

  private static long time(String text, Channel spelling) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      Passing passing = new Passing(spelling);
      long start = System.nanoTime();
      passing.in(1, text).end();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
