package dev.terroir.privacy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.privacy.scan.automaton.PlainView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The scanner against the naive one, on texts of which most are numbers glued, cut and changed. A
 * failure names its seed; {@code -Dterroir.texts} sets how many texts are compared.
 */
final class ScannerFuzzTest {

  private static final int TEXTS = Integer.getInteger("terroir.texts", 4_000);
  private static final List<String> REGIONS = List.of("DE", "US", "IN");

  private static final List<String> OTHER =
      List.of(
          "anna.mueller@example.org",
          "a@b.de",
          "x@y",
          "ivan@xn--80akhbyknj4f.xn--p1ai",
          "\u7528\u6237@\u4F8B\u5B50.\u5E7F\u544A",
          "..a@host.com.1",
          "+49 30 123456",
          "030 1234567",
          "(415) 555-2671",
          "98765 43210",
          "10.1.2.3",
          "999.1.1.1",
          "2001:db8:0:0:0:ff00:42:8329",
          "fe80::1:2",
          "a::b",
          "https://u:p4ss@host/",
          "sk-abcdefghijklmnopqrstuv",
          "password: hunter2!",
          "AKIAIOSFODNN7EXAMPLE",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_DEF-1",
          "tel",
          "Telefon:",
          "ghp_0123456789abcdefghijABCDEFGHIJ012345",
          "Bearer abcdefghijklmnopqrstuvwxyz",
          "4111 1111 1111 1111",
          "-----BEGIN PRIVATE KEY-----",
          "DE89 3704 0044 0532 0130 00",
          "2026-11-27",
          "12:30:45",
          "3.14159",
          "नमस्ते",
          "東京",
          "straße",
          "é",
          "\u0967\u0968\u0969",
          "\uFF11\uFF12",
          "\u00A0",
          "\u2013",
          "०१२३४५६७८९");

  private static final String HIDDEN = "\u200B";

  /** As wide as what is hidden, and part of nothing that is looked for. */
  private static final String PARTING = "\u00A7";

  private static final List<String> GLUE =
      List.of(
          "", " ", "  ", "-", ".", "/", ", ", ": ", "\n", "(", ")", "x", "7", "_", "@", "\"", "=",
          "\u3002");

  private final Scanner scanner = Scanner.standard();
  private final Patterns patterns = new Patterns(Scanner.recognisers());
  private final NaiveScanner naive = new NaiveScanner(REGIONS, patterns.set());

  /** One that may ask as often as it likes. */
  private Scan scan(String text) {
    Allowance plenty = new Allowance(Integer.MAX_VALUE);
    return new Scan(patterns, patterns.set().view(text), REGIONS, plenty, plenty);
  }

  private static List<String> pieces() throws IOException {
    List<String> pieces = new ArrayList<>(OTHER);
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/privacy/national-identifier-vectors.tsv"))) {
      if (!line.startsWith("#")) {
        pieces.addAll(List.of(line.split("\t", -1)).subList(1, 3));
      }
    }
    Scanner.recognisers().forEach(it -> pieces.addAll(it.context()));
    return pieces;
  }

  private static String text(Random random, List<String> pieces) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String piece = pieces.get(random.nextInt(pieces.size()));
      text.append(random.nextInt(4) == 0 ? changed(random, piece) : piece);
      text.append(GLUE.get(random.nextInt(GLUE.size())));
    }
    return text.toString();
  }

  private static String changed(Random random, String piece) {
    if (piece.isEmpty()) {
      return piece;
    }
    int at = random.nextInt(piece.length());
    return switch (random.nextInt(4)) {
      case 0 -> piece.substring(at);
      case 1 -> piece.substring(0, at);
      case 2 -> piece.substring(0, at) + (char) ('0' + random.nextInt(10)) + piece.substring(at);
      default -> piece.substring(0, at) + " -./:aZ".charAt(random.nextInt(7)) + piece.substring(at);
    };
  }

  @Test
  void missesNothingAndAddsNothing() throws IOException {
    List<String> pieces = pieces();
    int hits = 0;
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = text(new Random(seed), pieces);
      Set<String> found = new TreeSet<>();
      for (Scan.Hit hit : scan(text).run()) {
        found.add(hit.recogniser().kind() + "@" + hit.start() + ".." + hit.end());
      }
      Set<String> expected = naive.find(text);
      assertThat(found).as("seed %d: `%s`", seed, text).isEqualTo(expected);
      hits += found.size();
    }
    assertThat(hits).as("something is found, or this shows nothing").isGreaterThan(TEXTS / 2);
  }

  /**
   * What shows nothing either is nothing or parts what stands on its sides: what the naive scanner
   * finds in either reading is covered.
   */
  @Test
  void findsBothReadingsOfWhatShowsNothing() throws IOException {
    List<String> pieces = pieces();
    int hits = 0;
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = withHidden(random, text(random, pieces));
      PlainView view = patterns.set().view(text);
      Scanner.Result result = scanner.scan(text, REGIONS);
      for (NaiveScanner.Hit hit : naive.hits(text.replace(HIDDEN, PARTING))) {
        assertCovered(seed, text, result, hit.kind(), hit.start(), hit.end());
        hits++;
      }
      for (NaiveScanner.Hit hit : naive.hits(view.text())) {
        int start = view.startOf(hit.start());
        assertCovered(seed, text, result, hit.kind(), start, view.endOf(hit.end()));
      }
    }
    assertThat(hits).as("something is found, or this shows nothing").isGreaterThan(TEXTS / 4);
  }

  private static String withHidden(Random random, String text) {
    StringBuilder hidden = new StringBuilder(text);
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      hidden.insert(random.nextInt(hidden.length() + 1), HIDDEN);
    }
    return hidden.toString();
  }

  private static void assertCovered(
      int seed, String text, Scanner.Result result, String kind, int start, int end) {
    assertThat(result.kinds()).as("seed %d: `%s`", seed, text).contains(kind);
    for (int at = start; at < end; at++) {
      int place = at;
      assertThat(
              !Character.isLetterOrDigit(text.charAt(at))
                  || result.findings().stream()
                      .anyMatch(it -> it.start() <= place && place < it.end()))
          .as("seed %d: %s in `%s` at %d", seed, kind, text, at)
          .isTrue();
    }
  }

  @Test
  void reportsEveryHitWithoutOverlaps() throws IOException {
    List<String> pieces = pieces();
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = text(new Random(seed), pieces);
      Scanner.Result result = scanner.scan(text, REGIONS);
      int end = 0;
      for (var finding : result.findings()) {
        assertThat(finding.start()).as("seed %d: `%s`", seed, text).isGreaterThanOrEqualTo(end);
        end = finding.end();
      }
      for (Scan.Hit hit : scan(text).run()) {
        assertCovered(seed, text, result, hit.recogniser().kind(), hit.start(), hit.end());
      }
    }
  }
}
