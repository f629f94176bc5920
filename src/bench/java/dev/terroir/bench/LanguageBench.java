package dev.terroir.bench;

import dev.terroir.language.Language;
import dev.terroir.language.LanguageDetector;
import dev.terroir.language.LibraryMissing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long it takes to tell the language of a text, one thread: with the model in the jar and,
 * where it is installed, with CLD2. Latin texts always need the model, others mostly not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LanguageBench {

  private static final Path SENTENCES = Path.of("src/test/resources/language/sentences.tsv");
  private static final String[] LENGTHS = {"10", "30", "100", "2000"};

  @Param({"10", "30", "100", "2000"})
  private int characters;

  @Param({"latin", "other"})
  private String script = "latin";

  @Param({"built-in"})
  private String detector = "built-in";

  private LanguageDetector detecting = new LanguageDetector(task -> {});
  private List<String> texts = List.of();
  private int next;

  @Setup
  public void prepare() throws IOException, LibraryMissing {
    detecting = detector.equals("cld2") ? cld2() : new LanguageDetector(Runnable::run);
    texts = new ArrayList<>();
    for (String line : Files.readAllLines(SENTENCES)) {
      String text = line.substring(line.indexOf('\t') + 1);
      if ((text.codePoints().filter(c -> c < 0x250).count() * 2 > text.length())
          == script.equals("latin")) {
        texts.add((text + " ").repeat(1 + characters / text.length()).substring(0, characters));
      }
    }
  }

  private static LanguageDetector cld2() throws LibraryMissing {
    return LanguageDetector.cld2("libcld2.so.0", "libcld2_full.so.0");
  }

  @Benchmark
  public Language detect() {
    next = next + 1 < texts.size() ? next + 1 : 0;
    return detecting.detect(texts.get(next));
  }

  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(LanguageBench.class.getSimpleName())
                    .param("detector", detectors())
                    .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();
    summarise(results);
  }

  private static String[] detectors() {
    try {
      cld2();
      return new String[] {"built-in", "cld2"};
    } catch (LibraryMissing missing) {
      System.out.println("CLD2 is not measured: " + missing.getMessage() + " (libcld2-0)");
      return new String[] {"built-in"};
    }
  }

  private static void summarise(Collection<RunResult> results) {
    Map<String, Double> micros = new TreeMap<>();
    for (RunResult result : results) {
      String name =
          result.getParams().getParam("script")
              + " "
              + result.getParams().getParam("characters")
              + " "
              + result.getParams().getParam("detector");
      micros.put(name, result.getPrimaryResult().getStatistics().getPercentile(50) / 1000);
    }
    System.out.printf(
        "%-8s %10s %14s %10s %7s%n", "script", "characters", "built-in p50", "cld2 p50", "ratio");
    for (String script : List.of("latin", "other")) {
      for (String length : LENGTHS) {
        double builtIn = micros.getOrDefault(script + " " + length + " built-in", Double.NaN);
        double cld2 = micros.getOrDefault(script + " " + length + " cld2", Double.NaN);
        System.out.printf(
            Locale.ROOT,
            "%-8s %10s %11.2f us %7.2f us %7.1f%n",
            script,
            length,
            builtIn,
            cld2,
            builtIn / cld2);
      }
    }
  }
}
