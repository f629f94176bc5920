package dev.terroir.bench;

import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import dev.terroir.privacy.pseudonym.Restorer;
import dev.terroir.privacy.scan.Scanner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How fast personal data is found and put back: JMH for a prompt and a chunk, then a table of
 * megabytes of UTF-8 a second over kinds of text, hostile ones included, with the ratio to the same
 * patterns as plain regular expressions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PrivacyBench {

  private static final List<String> REGIONS = List.of("DE", "US", "IN", "CN");
  private static final int PIECE = 2_000;
  private static final int TEXT = 1_000_000;
  private static final int HOSTILE_PIECE = 100_000;
  private static final int ROUNDS = 4;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final Scanner SCANNER = Scanner.standard();
  private static final NameFinder NAMES = NameFinder.standard();

  private final String prompt = prose().substring(0, PIECE);
  private final Restorer restorer = new Restorer(known(), Restorer.Channel.PLAIN);

  private static Pseudonyms known() {
    Pseudonyms known = new Pseudonyms();
    known.of("email", "anna@example.org");
    return known;
  }

  /** A prompt of 2,000 characters. */
  @Benchmark
  public Scanner.Result scanPrompt() {
    return SCANNER.scan(prompt, REGIONS);
  }

  /** A chunk without a placeholder. */
  @Benchmark
  public String restoreChunk() {
    return restorer.accept(" water");
  }

  /** A placeholder in three chunks; the time is that of all three. */
  @Benchmark
  public String restorePlaceholder() {
    restorer.accept(" <EM");
    restorer.accept("AIL_");
    return restorer.accept("1>,");
  }

  public static void main(String[] args) throws RunnerException, IOException {
    new Runner(
            new OptionsBuilder()
                .include(PrivacyBench.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
    List<Pattern> plain = plain();
    List<Row> rows = new ArrayList<>();
    texts().forEach((name, text) -> rows.add(new Row(name, text, PIECE, plain)));
    hostile()
        .forEach((name, text) -> rows.add(new Row("  " + name, text, HOSTILE_PIECE, List.of())));
    for (int round = 0; round < ROUNDS; round++) {
      rows.forEach(Row::measure);
    }
    System.out.printf("%n%-62s %10s %10s %10s%n", "MB/s", "patterns", "names", "regexes");
    rows.forEach(row -> System.out.println(row.print()));
  }

  /** The best of some rounds over all texts, between which a shared machine may be busy. */
  private static final class Row {

    private final String name;
    private final String text;
    private final int piece;
    private final List<Pattern> plain;
    private double patterns;
    private double names;
    private double regexes;

    Row(String name, String text, int piece, List<Pattern> plain) {
      this.name = name;
      this.text = text;
      this.piece = piece;
      this.plain = plain;
    }

    void measure() {
      patterns =
          Math.max(
              patterns, best(text, piece, it -> SCANNER.scan(it, REGIONS).findings().size(), 600));
      names = Math.max(names, best(text, piece, it -> NAMES.find(it).size(), 200));
      if (!plain.isEmpty()) {
        String part = text.substring(0, 100_000);
        regexes = Math.max(regexes, best(part, piece, it -> count(plain, it), 300));
      }
    }

    String print() {
      String found = String.format(Locale.ROOT, "%-62s %10.0f %10.0f", name, patterns, names);
      return plain.isEmpty()
          ? found
          : found + String.format(Locale.ROOT, " %10.2f  ratio %.0f", regexes, patterns / regexes);
    }
  }

  /** The best round of some time, which is enough for the compiler as well. */
  private static double best(String text, int piece, ToIntFunction<String> work, long millis) {
    List<String> pieces =
        Stream.iterate(0, from -> from < text.length(), from -> from + piece)
            .map(from -> text.substring(from, Math.min(text.length(), from + piece)))
            .toList();
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    double best = 0;
    long found = 0;
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      long start = CLOCK.getCurrentThreadCpuTime();
      found += pieces.stream().mapToInt(work).sum();
      best = Math.max(best, bytes * 1e3 / (CLOCK.getCurrentThreadCpuTime() - start));
    }
    return found < 0 ? 0 : best;
  }

  private static int count(List<Pattern> patterns, String text) {
    int count = 0;
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        count++;
      }
    }
    return count;
  }

  /** The expressions of the national identifiers, as their resource has them. */
  private static List<Pattern> plain() throws IOException {
    return Files.readAllLines(Path.of("src/main/resources/privacy/national-identifiers.tsv"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split("\t", -1)[5])
        .map(it -> Pattern.compile("(?<![0-9A-Za-z])(?:" + it + ")(?![0-9A-Za-z])"))
        .toList();
  }

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("prose", prose());
    texts.put("prose, 1.2 hits a kB", withHits());
    texts.put("twenty languages", languages());
    texts.put("logs", logs());
    texts.put("code", code());
    return texts;
  }

  private static String filled(java.util.function.IntFunction<String> line) {
    StringBuilder text = new StringBuilder(TEXT + 1000);
    for (int i = 0; text.length() < TEXT; i++) {
      text.append(line.apply(i));
    }
    return text.toString();
  }

  private static final String[] SENTENCES = {
    "The committee met in 1987, and 24 of its members voted for the proposal. ",
    "Please write a short letter to my neighbour about the fence between our gardens. ",
    "How much water does winter wheat need in spring, and when is the best time to sow it? ",
    "A patient of sixty takes ramipril every morning; which painkillers should she avoid? ",
    "Explain in simple words why the sky is blue and why sunsets are red. ",
    "The engineers discussed how their gateway might answer questions about medicine and law. "
  };

  private static String prose() {
    Random random = new Random(1);
    return filled(i -> SENTENCES[random.nextInt(SENTENCES.length)]);
  }

  private static String withHits() {
    Random random = new Random(2);
    return filled(
        i ->
            i % 10 == 9
                ? "Mail anna.mueller%d@example.org, tax id 86095742719. ".formatted(i)
                : SENTENCES[random.nextInt(SENTENCES.length)]);
  }

  private static String languages() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/resources/privacy/border-texts.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(line.indexOf('\t') + 1).replace('\t', ' ') + " ")
            .toList();
    return filled(i -> lines.get(i % lines.size()));
  }

  private static String logs() {
    return filled(
        i ->
            "{\"ts\":\"2026-11-27T06:%02d:41.123Z\",\"level\":\"INFO\",\"id\":%d,\"host\":\"10.0.%d.7\",\"msg\":\"GET /api/v1/users/%d 200 %dms\"}\n"
                .formatted(i % 60, i * 7919L, i % 250, i % 99991, i % 900));
  }

  private static String code() {
    return filled(
        i ->
            "    for (int i = 0; i < values.length; i++) {\n      total += weights[i] * values[i]; // section 3.%d\n    }\n    return Optional.of(new Candidate(total, 0x1F, \"name_%d\"));\n"
                .formatted(i % 9, i));
  }

  private static Map<String, String> hostile() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String unit :
        List.of(
            "1 2 3 4 5 6 7 8 9 0 ",
            "4 ",
            "12 34 56 78 ",
            "1.",
            "1:",
            "@",
            "a@",
            "a.a.a.@",
            "-",
            "+49 30 1234567 ",
            "00 ",
            "030 1234567 ",
            "123456789 ",
            "TFN 123456789 ",
            "eyJaaaaaaaaaaaa-",
            "sk-",
            "password:",
            "-----BEGIN PRIVATE KEY-----",
            "4111 1111 1111 1111 ",
            "234 01245 002345 012345 0234 145 0012345 0234  0145 00",
            "230 +49111111111--24 01245 00235 0",
            "-@+tel 86095427198",
            "tel 030 1234567 ",
            "DE12 3456 7890 1234 5678 90 ",
            "86095742719 ",
            "a1 ",
            "1\u200B2\u200B",
            "235 245 31 23 245 235 245 23\u200B5 245 212335 245 35 ",
            "eyJ-\u200B",
            "sk-+4111111111111111+49\u200B1234DE",
            "-----BEGIN PRIVATE KEY-----\u200B",
            "-----BEGIN PRIVATE KEY----------END\u200B",
            "password:a1\u200B",
            "eyJaaaaaaaaaaaaaa.eyJaaaaaaaaaaaaaaaaaaaa.\u200B",
            "4 tel +49 8695742719",
            "\u200B4/ tel\"+49 8695742719",
            "001248030 tel +4\u200B4")) {
      texts.put("`" + unit.replace("\u200B", "ZWSP") + "`", unit.repeat(300_000 / unit.length()));
    }
    return texts;
  }
}
